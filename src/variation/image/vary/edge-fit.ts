import { basisOf } from "../jpeg/dct.ts";
import { EDITED } from "../kernel/edits.ts";

/** Directions an edge is rounded to, in an eighth of a turn. */
export const DIRECTIONS = 8;
/** Places it is rounded to, two a pixel, to each side of the middle. */
export const PLACES = 16;

/** A level in the units of a basis. */
const LEVEL = 0x10000;
/** A twentieth of a level from ½, decoders may disagree. */
const SAFE = Math.floor(LEVEL / 20);
/** So far from the edge's middle a pixel may lie: the less, the calmer type is where an edge crosses. */
const LOOSE = Math.floor(LEVEL * 0.8);

const waves = Array.from({ length: EDITED }, (_, z) => basisOf(z));
const pixels = new Int32Array(64);

/**
 * Coefficients of a block that is 1, once rounded, where DIRECTIONS · (x − place) + slant · y ≥ 0,
 * and 0 elsewhere, with x and y in half pixels from its middle. Starts from a gentle slope over the
 * edge and moves by whole steps, one coefficient or two at a time, while that improves it.
 */
export function fitEdge(slant: number, place: number, count: number): Int8Array {
  const heights = Int32Array.from(
    { length: 64 },
    (_, i) => DIRECTIONS * (2 * (i & 7) - 7 - place) + slant * (2 * (i >> 3) - 7),
  );
  const block = new Int8Array(EDITED);
  pixels.fill(0);
  for (let z = 0; z < count; z++) {
    block[z] = startOf(heights, waves[z] as Int32Array);
    add(z, block[z] as number);
  }
  const moves = movesOf(count);
  let best = wrongness(heights);
  for (let improved = true; improved; ) {
    improved = false;
    for (const move of moves) {
      for (const [z, steps] of move) add(z, steps);
      const now = wrongness(heights);
      if (now < best) {
        best = now;
        improved = true;
        for (const [z, steps] of move) block[z] = (block[z] as number) + steps;
      } else for (const [z, steps] of move) add(z, -steps);
    }
  }
  return block;
}

/** A coefficient of a slope that passes ½ on the edge and ends a little before 0 and 1. */
function startOf(heights: Int32Array, wave: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < 64; i++) {
    const height = Math.max(-36, Math.min(36, heights[i] as number)) + 40;
    sum += height * (wave[i] as number);
  }
  return Math.floor(sum / (80 * LEVEL) + 0.5);
}

type Move = readonly (readonly [z: number, steps: number])[];

/** One coefficient moved by a step, or two of them. */
function movesOf(count: number): Move[] {
  const moves: Move[] = [];
  for (let z = 0; z < count; z++) {
    for (const steps of [-1, 1]) {
      moves.push([[z, steps]]);
      for (let other = 0; other < z; other++) {
        for (const otherSteps of [-1, 1])
          moves.push([
            [z, steps],
            [other, otherSteps],
          ]);
      }
    }
  }
  return moves;
}

function add(z: number, steps: number): void {
  const wave = waves[z] as Int32Array;
  for (let i = 0; i < 64; i++) pixels[i] = (pixels[i] as number) + steps * (wave[i] as number);
}

/** How far pixels are from where rounding would give what they are meant to be. */
function wrongness(heights: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < 64; i++) {
    const over = (pixels[i] as number) - LEVEL / 2;
    const right = (heights[i] as number) >= 0 ? over : -over;
    if (right < 0) sum += LEVEL - right;
    else if (right < SAFE) sum += (SAFE - right) * 10;
    else if (right > LOOSE) sum += (right - LOOSE) * 4;
    // Away from the edge a wrong pixel stands alone, and shows.
    if (right > LEVEL - SAFE) sum += LEVEL * 16;
  }
  return sum;
}
