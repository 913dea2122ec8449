import type { Grains } from "../base/grains.ts";
import { UNITS_PER_LEVEL } from "../base/headroom.ts";
import type { Measured } from "../base/own-segment.ts";
import type { Frame } from "../jpeg/frame.ts";
import type { RowEdits } from "../kernel/edits.ts";
import { placesOf, rowThrough, valueAt } from "./grid.ts";
import { randomWords } from "./random.ts";
import { ONE, seededWaves } from "./waves.ts";

type FieldEdits = Pick<RowEdits, "shifts" | "grains">;

export type Field = {
  /** Fills in the shifts and grains of one row of MCUs. */
  fillRow(mcuRow: number, edits: FieldEdits): void;
};

/** Steps of DC in a level: a base has a step of 1 for it. */
const STEPS = 8;
/** Of so many blocks without AC, one is moved by one step: rounding hides it. */
const SPARSE = 16;
/** Headroom arrives in 65,536ths of a 32nd of a level, strength in 256ths; the result has 256 a step. */
const SCALE = (UNITS_PER_LEVEL * 0x10000) / STEPS;

/**
 * A smooth, seeded change of brightness where a picture has texture: 63 cosines, scaled so that their
 * peak uses up the headroom and no more. Each block moves by eighths of a level, the rest shaken. Flat
 * surfaces, which have no headroom, do not move; there grains alone make files differ. Integers only: no
 * bit of it depends on the machine.
 *
 * @param seed 32 bytes.
 * @param strength 0 for no change at all, 256 for all that the headroom allows.
 */
export function seededField(
  frame: Frame,
  { headroom, grains }: Measured,
  seed: Uint8Array,
  strength: number,
): Field {
  if (strength === 0) return unmoved;
  const [{ h, v }] = frame.components;
  const across = frame.mcusWide * h;
  const down = frame.mcusHigh * v;
  const hash = blockHash(seed);
  const grain = seededGrains(grains, across, hash);
  const waves = seededWaves(seed, across + 1, down + 1);
  const columns = placesOf(across + 1, headroom.columns);
  const rows = placesOf(down + 1, headroom.rows);
  const values = new Float64Array(across + 1);

  const fillBlockRow = ({ shifts, grains: into }: FieldEdits, y: number, first: number) => {
    const up = rowThrough(headroom.up, headroom.columns, rows, y);
    const low = rowThrough(headroom.down, headroom.columns, rows, y);
    const [from, to] = spanOf(up, low, across);
    shifts.fill(0, first, first + across);
    if (from < to) waves(y, values, from, to);
    for (let x = from; x < to; x++) {
      const highest = valueAt(up, columns, x);
      const lowest = valueAt(low, columns, x);
      if (highest + lowest === 0) continue;
      const half = (highest + lowest) >> 1;
      const units = ((highest - lowest) >> 1) + Math.floor((half * (values[x] as number)) / ONE);
      const finely = Math.floor((units * strength) / SCALE);
      shifts[first + x] = (finely + (hash(x, y) & 255)) >> 8;
    }
    grain(y, { shifts, grains: into }, first);
  };

  return {
    fillRow(mcuRow, edits) {
      for (let i = 0; i < v; i++) fillBlockRow(edits, mcuRow * v + i, i * across);
    },
  };
}

const unmoved: Field = {
  fillRow(_, { shifts, grains }) {
    shifts.fill(0);
    grains.fill(0);
  },
};

/** Where among the blocks of a row there is headroom: a first one and a last one, excluded. */
function spanOf(up: Float64Array, down: Float64Array, across: number): [number, number] {
  const has = (_: number, i: number) => up[i] !== 0 || down[i] !== 0;
  const first = up.findIndex(has);
  if (first < 0) return [0, 0];
  const last = up.findLastIndex(has);
  // A node reaches into the cells on both its sides.
  const blockAt = (node: number) => Math.ceil((node * across) / up.length);
  return [Math.max(0, blockAt(first - 1) - 1), Math.min(across, blockAt(last + 2) + 1)];
}

type Hash = (x: number, y: number) => number;

/** What moves blocks by an eighth of a level or leaves them, row by row of blocks. */
function seededGrains(
  grains: Grains,
  across: number,
  hash: Hash,
): (y: number, edits: FieldEdits, first: number) => void {
  if (grains.in === "even blocks") {
    return (y, { grains: into }, first) => {
      for (let x = 0; x < across; x++) {
        const random = hash(x, y);
        const isChosen = (random >>> 9) % SPARSE === 0;
        into[first + x] = isChosen ? ((random & 0x100) === 0 ? -1 : 1) : 0;
      }
    };
  }
  const columnsOf = Map.groupBy(grains.places, ({ row }) => row);
  return (y, { shifts, grains: into }, first) => {
    into.fill(0, first, first + across);
    for (const { column } of columnsOf.get(y) ?? []) {
      if (column >= across) continue;
      shifts[first + column] =
        (shifts[first + column] as number) + ((hash(column, y) >>> 9) % 3) - 1;
    }
  };
}

/** A seeded number for each block. */
function blockHash(seed: Uint8Array): Hash {
  const key = randomWords(seed)();
  return (x, y) => {
    let hash = Math.imul(x ^ key, 0x9e3779b1) ^ Math.imul(y + (key >>> 7), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) >>> 0;
  };
}
