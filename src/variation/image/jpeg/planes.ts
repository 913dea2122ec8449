import type { CoefficientSource, Frame } from "./frame.ts";

/** All coefficients of one component, block by block, MCU padding included. */
export type Plane = {
  readonly coefficients: Int16Array;
  /** Blocks in a row, padding included. */
  readonly stride: number;
  readonly rows: number;
  /** Blocks that hold picture: what a scan of this component alone is made of. */
  readonly blocksWide: number;
  readonly blocksHigh: number;
};

export function allocatePlanes(frame: Frame): Plane[] {
  return frame.components.map(({ h, v }) => {
    const stride = frame.mcusWide * h;
    const rows = frame.mcusHigh * v;
    return {
      coefficients: new Int16Array(stride * rows * 64),
      stride,
      rows,
      blocksWide: Math.ceil((frame.width * h) / frame.mcuWidth),
      blocksHigh: Math.ceil((frame.height * v) / frame.mcuHeight),
    };
  });
}

/** Bytes that the planes of a picture take. */
export function planeBytes(frame: Frame): number {
  return frame.mcusWide * frame.mcusHigh * frame.blocksPerMcu * 128;
}

/** Buffered planes as a source. */
export function planesSource(
  frame: Frame,
  icc: readonly Uint8Array[],
  planes: readonly Plane[],
): CoefficientSource {
  return {
    frame,
    icc,
    heldBytes: planeBytes(frame),
    *eachMcu(visit) {
      const mcu = new Int16Array(frame.blocksPerMcu * 64);
      for (let my = 0; my < frame.mcusHigh; my++) {
        for (let mx = 0; mx < frame.mcusWide; mx++) {
          let offset = 0;
          frame.components.forEach(({ h, v }, c) => {
            const { coefficients, stride } = planes[c] as Plane;
            for (let row = 0; row < v; row++) {
              const from = ((my * v + row) * stride + mx * h) * 64;
              mcu.set(coefficients.subarray(from, from + h * 64), offset);
              offset += h * 64;
            }
          });
          visit(mcu);
        }
        yield;
      }
    },
  };
}
