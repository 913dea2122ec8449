import type { Frame, Mcu } from "../jpeg/frame.ts";

/**
 * Blocks whose brightness moves by an eighth of a level where a picture has no texture: no decoder shows
 * it, and yet no two senders' files are the same.
 */
export type Grains =
  /** Any block without AC: it stands on a whole level, and rounding hides the step. */
  | { readonly in: "even blocks" }
  /** Few of those: the liveliest blocks, by row and column among luma blocks. */
  | { readonly in: "places"; readonly places: readonly GrainPlace[] };

export type GrainPlace = { readonly row: number; readonly column: number };

/** So many blocks without AC tell senders apart, one in sixteen of them moved by a step. */
const ENOUGH = 256;
/** The most places: the liveliest block of each part of the picture is one. */
export const MOST_PLACES = 128;

/** Gathers grains from the MCUs of a picture in raster order. */
export function gatherGrains(frame: Frame): { add(mcu: Mcu): void; finish(): Grains } {
  const { mcusWide, mcusHigh, components } = frame;
  const { h, v, quantiser } = components[0];
  const parts = Array.from({ length: MOST_PLACES }, () => ({ best: -1, row: 0, column: 0 }));
  const blocks = h * v;
  let even = 0;
  let index = 0;
  return {
    add(mcu) {
      for (let b = 0; b < blocks; b++) {
        const energy = energyOf(mcu, b * 64, quantiser);
        if (energy === 0) even++;
        const block = index * blocks + b;
        const part = parts[Math.floor((block * MOST_PLACES) / (mcusWide * mcusHigh * blocks))];
        if (!part || energy <= part.best) continue;
        part.best = energy;
        part.row = Math.floor(index / mcusWide) * v + Math.floor(b / h);
        part.column = (index % mcusWide) * h + (b % h);
      }
      index++;
    },
    finish() {
      if (even >= ENOUGH) return { in: "even blocks" };
      const places = parts.filter(({ best }) => best >= 0);
      return { in: "places", places: places.map(({ row, column }) => ({ row, column })) };
    },
  };
}

/** The sum of a block's AC coefficients, without their signs. */
function energyOf(mcu: Mcu, at: number, quantiser: Uint16Array): number {
  let sum = 0;
  for (let z = 1; z < 64; z++) {
    const value = mcu[at + z] as number;
    if (value !== 0) sum += Math.abs(value) * (quantiser[z] as number);
  }
  return sum;
}
