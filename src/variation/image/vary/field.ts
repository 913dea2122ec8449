import { FLAT_LEVELS, type Headroom, UNITS_PER_LEVEL } from "../base/headroom.ts";
import type { Frame } from "../jpeg/frame.ts";
import { EDITED, type RowEdits } from "../kernel/edits.ts";
import { type Place, placesOf, rowThrough, valueAt } from "./grid.ts";
import { randomWords } from "./random.ts";
import { edgeCount, type Heights, LEVEL, wholeLevel, writeSlope, writeTerrace } from "./surface.ts";
import { ONE, seededWaves } from "./waves.ts";

type FieldEdits = Pick<RowEdits, "shifts" | "grains">;

export type Field = {
  /** Fills in the shifts and grains of one row of MCUs. */
  fillRow(mcuRow: number, edits: FieldEdits): void;
};

/** Room above what flat areas have, from none to where the field is free of whole levels. */
const FLAT_ROOM = 2 * FLAT_LEVELS * UNITS_PER_LEVEL * 0x10000;
const BLEND_ROOM = UNITS_PER_LEVEL * 0x10000;

/** How far rounding is shaken where there is texture, in 256ths of a step. */
const SHAKE = 64;
/** Of so many flat blocks, one is moved by one step: rounding hides it. */
const SPARSE = 16;

/** The field along the corners of blocks: its heights, and how far they are free of whole levels. */
type CornerRow = { readonly heights: Float64Array; readonly freedom: Float64Array };

/**
 * A smooth, seeded change of brightness: 63 cosines, scaled so that its peak uses up the headroom
 * of the picture and no more. Where there is texture, blocks get the field's height and slope in
 * steps far below a level. On flat areas, where rounding would draw the blocks, the field moves by
 * whole levels, and the edge between two of them runs along its contour, through the blocks; so a
 * surface and the type on it change alike. Integers only: no bit of it depends on the machine.
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
  if (!luma || strength === 0) return unmoved;
  const across = frame.mcusWide * luma.h;
  const rowAt = cornerRows(frame, headroom, seed, strength);
  const count = edgeCount(luma);
  const hash = blockHash(seed);
  let above = rowAt(0);
  let y = 0;

  const fillBlockRow = ({ shifts, grains }: FieldEdits, first: number) => {
    const below = rowAt(y + 1);
    for (let x = 0; x < across; x++) {
      const at = (first + x) * EDITED;
      const random = hash(x, y);
      grains[first + x] = 0;
      if (isFree(above, x) || isFree(below, x)) {
        writeSlope(cornersAt(above, below, x, random), luma.quantiser, shifts, at);
        continue;
      }
      const heights = heightsAt(above, below, x);
      const isOne = writeTerrace(heights, count, luma.quantiser, shifts, at);
      if (!isOne || random % SPARSE !== 0) continue;
      const grain = (random & 0x100) === 0 ? -1 : 1;
      if (headroom.hidesGrains) grains[first + x] = grain;
      else shifts[at] = (shifts[at] as number) + grain;
    }
    above = below;
    y++;
  };

  return {
    fillRow(mcuRow, edits) {
      if (y !== mcuRow * luma.v) {
        y = mcuRow * luma.v;
        above = rowAt(y);
      }
      for (let v = 0; v < luma.v; v++) fillBlockRow(edits, v * across);
    },
  };
}

const unmoved: Field = {
  fillRow(_, { shifts, grains }) {
    shifts.fill(0);
    grains.fill(0);
  },
};

/** The waves, brought into the headroom, along each row of corners. */
function cornerRows(
  frame: Frame,
  headroom: Headroom,
  seed: Uint8Array,
  strength: number,
): (y: number) => CornerRow {
  const wide = frame.mcusWide * (frame.mcuWidth / 8) + 1;
  const high = frame.mcusHigh * (frame.mcuHeight / 8) + 1;
  const waves = seededWaves(seed, wide, high);
  const columns = placesOf(wide, headroom.columns);
  const rows = placesOf(high, headroom.rows);
  return (y) => {
    const waveAt = waves(y);
    const up = rowThrough(headroom.up, headroom.columns, rows[y] as Place);
    const down = rowThrough(headroom.down, headroom.columns, rows[y] as Place);
    const heights = new Float64Array(wide);
    const freedom = new Float64Array(wide);
    for (let x = 0; x < wide; x++) {
      const highest = valueAt(up, columns[x] as Place);
      const lowest = valueAt(down, columns[x] as Place);
      const middle = (highest - lowest) >> 1;
      const half = (highest + lowest) >> 1;
      const units = middle + Math.floor((half * waveAt(x)) / ONE);
      // Headroom arrives in 65,536ths of a 32nd of a level, strength in 256ths.
      heights[x] = Math.floor((units * strength) / (UNITS_PER_LEVEL * 256));
      freedom[x] = Math.max(0, Math.min(BLEND_ROOM, highest + lowest - FLAT_ROOM));
    }
    return { heights, freedom };
  };
}

function isFree({ freedom }: CornerRow, x: number): boolean {
  return freedom[x] !== 0 || freedom[x + 1] !== 0;
}

function heightsAt({ heights: above }: CornerRow, { heights: below }: CornerRow, x: number) {
  return [above[x], above[x + 1], below[x], below[x + 1]] as unknown as Heights;
}

/** Corners drawn to whole levels in so far as they are not free, and shaken a little, alike. */
function cornersAt(above: CornerRow, below: CornerRow, x: number, random: number): Heights {
  const shake = ((random & 255) - 128) * (SHAKE / 8);
  const drawn = ({ heights, freedom }: CornerRow, at: number) => {
    const height = heights[at] as number;
    const bound = BLEND_ROOM - (freedom[at] as number);
    const missing = wholeLevel(height) * LEVEL - height;
    return height + Math.floor((missing * bound) / BLEND_ROOM) + shake;
  };
  return [drawn(above, x), drawn(above, x + 1), drawn(below, x), drawn(below, x + 1)];
}

/** A seeded number for each block. */
function blockHash(seed: Uint8Array): (x: number, y: number) => number {
  const key = randomWords(seed)();
  return (x, y) => {
    let hash = Math.imul(x ^ key, 0x9e3779b1) ^ Math.imul(y + (key >>> 7), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) >>> 0;
  };
}
