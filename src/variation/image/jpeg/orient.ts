import { type Orientation, type Turn, turnOf, wholeMcus } from "../probe/header.ts";
import type { Steps } from "../steps.ts";
import {
  type CoefficientSource,
  type Component,
  type Components,
  type Frame,
  frameOf,
  type Mcu,
  type McuStore,
} from "./frame.ts";
import { UNZIGZAG, ZIGZAG } from "./tables.ts";

/**
 * The picture upright, turned block by block without decoding: mirroring negates odd frequencies,
 * swapping the axes transposes each block. A side that is mirrored must consist of whole MCUs, so
 * up to one MCU less a pixel is cropped from its far edge; a side shorter than an MCU keeps its
 * padding instead.
 */
export function uprightSource(
  store: McuStore,
  icc: readonly Uint8Array[],
  orientation: Orientation,
): CoefficientSource {
  const { frame, heldBytes } = store;
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
    heldBytes,
    eachMcu: (visit) => turnEach(store, stored, upright, turn, visit),
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
  store: McuStore,
  stored: Frame,
  upright: Frame,
  turn: Turn,
  visit: (mcu: Mcu) => void,
): Steps {
  const from = Uint8Array.from({ length: 64 }, (_, z) => (turn.swap ? transpose(z) : z));
  const sign = Int8Array.from(from, (z) => {
    const place = ZIGZAG[z] as number;
    const oddX = (place & 1) === 1 && turn.mirrorX;
    const oddY = ((place >> 3) & 1) === 1 && turn.mirrorY;
    return oddX === oddY ? 1 : -1;
  });
  const blocks = blockOrder(stored, upright, turn);
  const original = new Int16Array(upright.blocksPerMcu * 64);
  const mcu = new Int16Array(upright.blocksPerMcu * 64);
  for (let my = 0; my < upright.mcusHigh; my++) {
    for (let mx = 0; mx < upright.mcusWide; mx++) {
      const [x, y] = turn.swap ? [my, mx] : [mx, my];
      const column = turn.mirrorX ? stored.mcusWide - 1 - x : x;
      const row = turn.mirrorY ? stored.mcusHigh - 1 - y : y;
      store.read(row * store.frame.mcusWide + column, original);
      for (let b = 0; b < blocks.length; b++) {
        const at = (blocks[b] as number) * 64;
        for (let z = 0; z < 64; z++) {
          mcu[b * 64 + z] = (original[at + (from[z] as number)] as number) * (sign[z] as number);
        }
      }
      visit(mcu);
    }
    yield;
  }
}

/** For each block of an upright MCU, which block of the stored one it is. */
function blockOrder(stored: Frame, upright: Frame, turn: Turn): number[] {
  const order: number[] = [];
  upright.components.forEach(({ h, v }, c) => {
    const first = order.length;
    const original = stored.components[c] as Component;
    for (let b = 0; b < h * v; b++) {
      const [x, y] = turn.swap ? [Math.floor(b / h), b % h] : [b % h, Math.floor(b / h)];
      const column = turn.mirrorX ? original.h - 1 - x : x;
      const row = turn.mirrorY ? original.v - 1 - y : y;
      order.push(first + row * original.h + column);
    }
  });
  return order;
}
