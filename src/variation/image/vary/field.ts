import { FLAT_LEVELS, type Headroom, UNITS_PER_LEVEL } from "../base/headroom.ts";
import type { Frame } from "../jpeg/frame.ts";
import { randomWords } from "./random.ts";

/** Half waves across the picture, 0 to 7 in each direction. */
const WAVES = 8;
const ONE = 1 << 14;

export type Field = {
  /** Fills in the shift of each luma block of one row of MCUs, row of blocks by row of blocks. */
  fillRow(mcuRow: number, shifts: Int16Array): void;
};

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

/** Row k: the wave of k half periods at each of `count` places, in units of 2⁻¹⁴. */
function waves(count: number): Int32Array {
  const table = new Int32Array(WAVES * count);
  for (let k = 0; k < WAVES; k++) {
    for (let i = 0; i < count; i++) table[k * count + i] = cosine(k * (2 * i + 1), 2 * count);
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

/** The field's largest absolute value over a coarse grid, in the units of `rowWeights` × 2¹⁰. */
function peak(table: Int32Array): number {
  const count = 48;
  const wave = waves(count);
  let most = 1;
  for (let y = 0; y < count; y++) {
    const sums = rowWeights(table, wave, count, y);
    for (let x = 0; x < count; x++) most = Math.max(most, Math.abs(along(sums, wave, count, x)));
  }
  return most;
}

function along(sums: Int32Array, horizontal: Int32Array, count: number, x: number): number {
  let value = 0;
  for (let i = 0; i < WAVES; i++) {
    value += (sums[i] as number) * ((horizontal[i * count + x] as number) >> 4);
  }
  return value;
}

/**
 * A smooth, seeded change of brightness: 63 cosines, scaled so that its peak uses up the headroom
 * of the picture and no more. Where there is texture it moves in steps far below a level, with
 * dither; on flat areas it moves by whole levels, so that a surface and the type on it, which round
 * differently, change alike; where there is hardly any room it stays below what rounding hides. Integers only: no bit of it depends on the machine.
 *
 * @param seed 32 bytes.
 * @param strength 0 for no change, 256 for all that the headroom allows.
 */
export function seededField(
  frame: Frame,
  headroom: Headroom,
  seed: Uint8Array,
  strength: number,
): Field {
  const [luma] = frame.components;
  if (!luma) return { fillRow: () => undefined };
  const across = frame.mcusWide * luma.h;
  const down = frame.mcusHigh * luma.v;
  const horizontal = waves(across);
  const vertical = waves(down);
  const table = weights(seed);
  const most = peak(table);
  const columns = interpolation(across, headroom.columns);
  const rows = interpolation(down, headroom.rows);
  const hash = blockHash(seed);
  const dither = (x: number, y: number) =>
    strength === 0 ? 0 : 128 + (((hash(x, y) & 255) - 128) * SHAKE) / 256;
  const grain = (x: number, y: number, height: number) =>
    strength === 0 || hash(x, y) % SPARSE !== 0 ? 0 : height < 0 ? -1 : 1;
  // Headroom arrives in 2⁻¹⁶ of its unit, strength in 2⁻⁸; a base makes 8 a multiple of its step.
  const stepsPerLevel = Math.floor(8 / (luma.quantiser[0] as number));
  const unitsPerLevel = UNITS_PER_LEVEL * 0x10000 * 256;
  const unitsPerStep = unitsPerLevel / stepsPerLevel / 256;
  const least = UNITS_PER_LEVEL * 0x10000;
  const flat = 2 * FLAT_LEVELS * UNITS_PER_LEVEL * 0x10000;

  const fillBlockRow = (y: number, shifts: Int16Array, at: number) => {
    const scaled = rowWeights(table, vertical, down, y).map((sum) =>
      Math.trunc((sum * 0x4000000) / most),
    );
    const up = blended(headroom.up, headroom.columns, rows, y);
    const low = blended(headroom.down, headroom.columns, rows, y);
    for (let x = 0; x < across; x++) {
      const height = Math.max(-ONE, Math.min(ONE, along(scaled, horizontal, across, x) >> 12));
      const highest = between(up, columns, x);
      const lowest = between(low, columns, x);
      const middle = (highest - lowest) >> 1;
      const half = (highest + lowest) >> 1;
      const units = (middle + Math.floor((half * height) / ONE)) * strength;
      const room = highest + lowest;
      if (room > flat) shifts[at + x] = (Math.floor(units / unitsPerStep) + dither(x, y)) >> 8;
      else if (room > least) {
        shifts[at + x] = Math.floor(units / unitsPerLevel + 0.5) * stepsPerLevel;
      } else shifts[at + x] = grain(x, y, height);
    }
  };

  return {
    fillRow(mcuRow, shifts) {
      for (let v = 0; v < luma.v; v++) fillBlockRow(mcuRow * luma.v + v, shifts, v * across);
    },
  };
}

/** How far rounding is shaken, in 256ths of a step: enough to break up the edges of plateaus. */
const SHAKE = 64;

/** Of so many blocks where there is no room, one is moved by one step: rounding hides it. */
const SPARSE = 16;

/** A seeded number for each block. */
function blockHash(seed: Uint8Array): (x: number, y: number) => number {
  const key = randomWords(seed)();
  return (x, y) => {
    let hash = Math.imul(x ^ key, 0x9e3779b1) ^ Math.imul(y + (key >>> 7), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) >>> 0;
  };
}

/** For each place the node before it (× 256, plus the fraction of the way to the next one). */
function interpolation(places: number, nodes: number): Int32Array {
  return Int32Array.from({ length: places }, (_, i) => {
    const middle = Math.floor(((2 * i + 1) * nodes * 128) / places) - 128;
    return Math.max(0, Math.min((nodes - 1) * 256, middle));
  });
}

/** One row of the grid at a height between its rows, in 256ths. */
function blended(grid: Uint8Array, columns: number, rows: Int32Array, y: number): Int32Array {
  const place = rows[y] as number;
  const first = (place >> 8) * columns;
  const part = place & 255;
  return Int32Array.from({ length: columns }, (_, i) => {
    const above = grid[first + i] as number;
    const below = grid[first + columns + i] ?? above;
    return above * (256 - part) + below * part;
  });
}

/** A value between two nodes of a blended row, in 65,536ths. */
function between(row: Int32Array, columns: Int32Array, x: number): number {
  const place = columns[x] as number;
  const left = row[place >> 8] as number;
  const right = row[(place >> 8) + 1] ?? left;
  return left * (256 - (place & 255)) + right * (place & 255);
}
