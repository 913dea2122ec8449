import { type Orientation, type Turn, turnOf, wholeMcus } from "../probe/header.ts";
import type { Steps } from "../steps.ts";
import {
  type CoefficientSource,
  type Component,
  type Components,
  type Frame,
  frameOf,
} from "./frame.ts";
import { type Plane, planeBytes, planesSource } from "./planes.ts";
import { UNZIGZAG, ZIGZAG } from "./tables.ts";

/**
 * The picture upright, turned block by block without decoding: mirroring negates odd frequencies,
 * swapping the axes transposes each block. A side that is mirrored must consist of whole MCUs, so
 * up to one MCU less a pixel is cropped from its far edge; a side shorter than an MCU keeps its
 * padding instead.
 */
export function uprightSource(
  frame: Frame,
  icc: readonly Uint8Array[],
  planes: readonly Plane[],
  orientation: Orientation,
): CoefficientSource {
  if (orientation === 1) return planesSource(frame, icc, planes);
  const turn = turnOf(orientation);
  const stored = frameOf(
    turn.mirrorX ? wholeMcus(frame.width, frame.mcuWidth) : frame.width,
    turn.mirrorY ? wholeMcus(frame.height, frame.mcuHeight) : frame.height,
    frame.components,
  );
  const upright = turn.swap
    ? frameOf(stored.height, stored.width, transposedAll(stored.components))
    : stored;
  return {
    frame: upright,
    icc,
    heldBytes: planeBytes(frame),
    eachMcu: (visit) => turnEach(stored, upright, planes, turn, visit),
  };
}

function transposedAll([luma, ...colours]: Components): Components {
  return [transposed(luma), ...colours.map(transposed)];
}

function transposed({ h, v, quantiser }: Component): Component {
  return { h: v, v: h, quantiser: quantiser.map((_, z) => quantiser[transpose(z)] as number) };
}

/** The zigzag position of the same coefficient once rows and columns are swapped. */
function transpose(z: number): number {
  const place = ZIGZAG[z] as number;
  return UNZIGZAG[(place & 7) * 8 + (place >> 3)] as number;
}

function* turnEach(
  stored: Frame,
  upright: Frame,
  planes: readonly Plane[],
  turn: Turn,
  visit: (mcu: Int16Array) => void,
): Steps {
  const from = Uint8Array.from({ length: 64 }, (_, z) => (turn.swap ? transpose(z) : z));
  const sign = Int8Array.from(from, (z) => {
    const place = ZIGZAG[z] as number;
    const oddX = (place & 1) === 1 && turn.mirrorX;
    const oddY = ((place >> 3) & 1) === 1 && turn.mirrorY;
    return oddX === oddY ? 1 : -1;
  });
  const mcu = new Int16Array(upright.blocksPerMcu * 64);
  for (let my = 0; my < upright.mcusHigh; my++) {
    for (let mx = 0; mx < upright.mcusWide; mx++) {
      let offset = 0;
      upright.components.forEach(({ h, v }, c) => {
        const { coefficients, stride } = planes[c] as Plane;
        const original = stored.components[c] as Component;
        const lastX = stored.mcusWide * original.h - 1;
        const lastY = stored.mcusHigh * original.v - 1;
        for (let b = 0; b < h * v; b++, offset += 64) {
          const x = mx * h + (b % h);
          const y = my * v + Math.floor(b / h);
          const [sx, sy] = turn.swap ? [y, x] : [x, y];
          const block =
            (turn.mirrorY ? lastY - sy : sy) * stride + (turn.mirrorX ? lastX - sx : sx);
          for (let z = 0; z < 64; z++) {
            mcu[offset + z] =
              (coefficients[block * 64 + (from[z] as number)] as number) * (sign[z] as number);
          }
        }
      });
      visit(mcu);
    }
    yield;
  }
}
