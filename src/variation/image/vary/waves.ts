import { randomWords } from "./random.ts";

/** Half waves across the picture, 0 to 7 in each direction. */
const WAVES = 8;
export const ONE = 1 << 14;

/**
 * cos(π·n/d) in units of 2⁻¹⁴, exact at its zeros and extremes and smooth between them. It is the
 * fourth-order parabola through those points rather than the cosine itself, so that integers
 * suffice.
 */
function cosine(n: number, d: number): number {
  const phase = Math.floor((n * 4 * ONE) / (2 * d)) % (4 * ONE);
  const quarter = Math.floor(phase / ONE);
  const inQuarter = phase % ONE;
  const t = quarter % 2 === 0 ? inQuarter : ONE - inQuarter;
  const square = (t * t) >> 14;
  const value = ONE - ((square * (20033 - ((square * 3649) >> 14))) >> 14);
  return quarter === 1 || quarter === 2 ? -value : value;
}

/** Row k: the wave of k half periods at each of `corners` places, in units of 2⁻¹⁴. */
function wavesAt(corners: number): Int32Array {
  const table = new Int32Array(WAVES * corners);
  for (let k = 0; k < WAVES; k++) {
    for (let i = 0; i < corners; i++) table[k * corners + i] = cosine(k * i, corners - 1);
  }
  return table;
}

/** Weights of the waves: slower ones count more, the constant one not at all. */
function weights(seed: Uint8Array): Int32Array {
  const next = randomWords(seed);
  const table = new Int32Array(WAVES * WAVES);
  for (let j = 0; j < WAVES; j++) {
    for (let i = 0; i < WAVES; i++) {
      const random = (next() >>> 21) - 1024;
      table[j * WAVES + i] = i + j === 0 ? 0 : Math.trunc((random * 4) / (3 + i + j));
    }
  }
  return table;
}

/** Weights of the horizontal waves in row y of `rows`: at most 2¹⁷ in size. */
function rowWeights(table: Int32Array, vertical: Int32Array, rows: number, y: number): Int32Array {
  const sums = new Int32Array(WAVES);
  for (let j = 0; j < WAVES; j++) {
    const wave = (vertical[j * rows + y] as number) >> 2;
    for (let i = 0; i < WAVES; i++) {
      sums[i] = (sums[i] as number) + (((table[j * WAVES + i] as number) * wave) >> 8);
    }
  }
  return sums;
}

function along(sums: Int32Array, horizontal: Int32Array, count: number, x: number): number {
  let value = 0;
  for (let i = 0; i < WAVES; i++) {
    value += (sums[i] as number) * ((horizontal[i * count + x] as number) >> 4);
  }
  return value;
}

/** The largest absolute sum over a coarse grid, in the units of `rowWeights` × 2¹⁰. */
function peak(table: Int32Array): number {
  const count = 48;
  const wave = wavesAt(count);
  let most = 1;
  for (let y = 0; y < count; y++) {
    const sums = rowWeights(table, wave, count, y);
    for (let x = 0; x < count; x++) most = Math.max(most, Math.abs(along(sums, wave, count, x)));
  }
  return most;
}

/**
 * A sum of 63 seeded cosines over a grid of corners, scaled so that its peak is ± `ONE`.
 *
 * @returns what gives one row of corners: its values from left to right.
 */
export function seededWaves(
  seed: Uint8Array,
  columns: number,
  rows: number,
): (y: number) => (x: number) => number {
  const table = weights(seed);
  const most = peak(table);
  const horizontal = wavesAt(columns);
  const vertical = wavesAt(rows);
  return (y) => {
    const sums = rowWeights(table, vertical, rows, y).map((sum) =>
      Math.trunc((sum * 0x4000000) / most),
    );
    return (x) => Math.max(-ONE, Math.min(ONE, along(sums, horizontal, columns, x) >> 12));
  };
}
