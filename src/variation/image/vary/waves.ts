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

/** The sum of all waves along a row, from a first place to a last one, excluded. */
function along(
  sums: Int32Array,
  horizontal: Int32Array,
  into: Float64Array,
  first: number,
  last: number,
): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = sums;
  for (let x = first, at = first * WAVES; x < last; x++, at += WAVES) {
    into[x] =
      a * (horizontal[at] as number) +
      b * (horizontal[at + 1] as number) +
      c * (horizontal[at + 2] as number) +
      d * (horizontal[at + 3] as number) +
      e * (horizontal[at + 4] as number) +
      f * (horizontal[at + 5] as number) +
      g * (horizontal[at + 6] as number) +
      h * (horizontal[at + 7] as number);
  }
}

/** The largest absolute sum over a coarse grid, in the units of `rowWeights` × 2¹⁰. */
function peak(table: Int32Array): number {
  const count = 48;
  const vertical = wavesAt(count);
  const horizontal = placeByPlace(vertical, count);
  const values = new Float64Array(count);
  let most = 1;
  for (let y = 0; y < count; y++) {
    along(rowWeights(table, vertical, count, y), horizontal, values, 0, count);
    for (const value of values) most = Math.max(most, Math.abs(value));
  }
  return most;
}

/** The waves of each place side by side, in units of 2⁻¹⁰. */
function placeByPlace(waves: Int32Array, corners: number): Int32Array {
  return waves.map((_, i) => (waves[(i % WAVES) * corners + Math.floor(i / WAVES)] as number) >> 4);
}

/**
 * A sum of 63 seeded cosines over a grid of corners, scaled so that its peak is ± `ONE`.
 *
 * @returns what fills in one row of corners, from a first one to a last one, excluded.
 */
export function seededWaves(
  seed: Uint8Array,
  columns: number,
  rows: number,
): (y: number, into: Float64Array, first: number, last: number) => void {
  const table = weights(seed);
  const most = peak(table);
  const horizontal = placeByPlace(wavesAt(columns), columns);
  const vertical = wavesAt(rows);
  return (y, into, first, last) => {
    const sums = rowWeights(table, vertical, rows, y).map((sum) =>
      Math.trunc((sum * 0x4000000) / most),
    );
    along(sums, horizontal, into, first, last);
    for (let x = first; x < last; x++) {
      into[x] = Math.max(-ONE, Math.min(ONE, Math.floor((into[x] as number) / 0x1000)));
    }
  };
}
