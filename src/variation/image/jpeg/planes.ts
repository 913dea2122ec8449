import type { Frame, McuStore } from "./frame.ts";

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

/** Buffered planes as MCUs. */
export function planesStore(frame: Frame, planes: readonly Plane[]): McuStore {
  return {
    frame,
    heldBytes: planeBytes(frame),
    read(index, into) {
      const mx = index % frame.mcusWide;
      const my = Math.floor(index / frame.mcusWide);
      let offset = 0;
      frame.components.forEach(({ h, v }, c) => {
        const { coefficients, stride } = planes[c] as Plane;
        for (let row = 0; row < v; row++) {
          const from = ((my * v + row) * stride + mx * h) * 64;
          into.set(coefficients.subarray(from, from + h * 64), offset);
          offset += h * 64;
        }
      });
    },
  };
}
