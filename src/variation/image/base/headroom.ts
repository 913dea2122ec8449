import type { Frame, Mcu } from "../jpeg/frame.ts";
import { watchClipping } from "./clipping.ts";
import { coloursAround, meanColour } from "./colour-range.ts";
import { leastAround, type Nodes, smooth, sumAround } from "./nodes.ts";

/**
 * How far brightness may be moved, down and up, at the nodes of a coarse grid over the picture. A
 * byte is a 32nd of a level. It is smooth and never lets a colour clip: white paper may only get
 * darker, black only lighter, a saturated colour nearly nothing.
 */
export type Headroom = {
  readonly columns: number;
  readonly rows: number;
  readonly down: Uint8Array;
  readonly up: Uint8Array;
  /** Whether enough blocks have no AC: rounding hides a step of brightness in them. */
  readonly hidesGrains: boolean;
};

export const UNITS_PER_LEVEL = 32;
const MAX_NODES = 32;

/** Levels from the edge of the range at which the full amplitude is allowed. */
const KNEE = 12;
/** The most that brightness moves, in levels: where there is texture, and on flat areas. */
const TEXTURED_LEVELS = 5;
export const FLAT_LEVELS = 2;
/** Closer to the edge of the range than a flat area moves, pixels may be cut off after a move. */
const EDGE = FLAT_LEVELS;
/** So many blocks without AC tell senders apart, one in sixteen of them moved by a step. */
const HIDING_BLOCKS = 256;
/** A luma block with fewer AC coefficients than this is flat. */
const FLAT_COEFFICIENTS = 3;
/** An area is flat where more than one block of so many is: there is paper between lines of type. */
const FLAT_SHARE = 8;

/** The grid for a picture: its size depends on the frame alone. */
export function headroomSize({ mcusWide, mcusHigh }: Frame): { columns: number; rows: number } {
  return { columns: Math.min(MAX_NODES, mcusWide), rows: Math.min(MAX_NODES, mcusHigh) };
}

export type Measured = {
  readonly headroom: Headroom;
  /** Whether a flat area has room for a whole level, so that edges are drawn on it. */
  readonly drawsEdges: boolean;
  /** The share of luma blocks without AC, 0…1. */
  readonly even: number;
};

/** Gathers headroom from the MCUs of a picture in raster order; `finish` after the last one. */
export function measureHeadroom(frame: Frame): { add(mcu: Mcu): void; finish(): Measured } {
  const { columns, rows } = headroomSize(frame);
  const [luma] = frame.components;
  const blocks = luma ? luma.h * luma.v : 0;
  const nodes = (fill: number): Nodes => {
    return { columns, rows, values: new Float64Array(columns * rows).fill(fill) };
  };
  const up = nodes(KNEE);
  const down = nodes(KNEE);
  const held = { up: nodes(0), down: nodes(0) };
  const flat = nodes(0);
  const counted = nodes(0);
  let even = 0;
  let index = 0;

  const nodeAt = (x: number, y: number) =>
    Math.floor((y * rows) / frame.mcusHigh) * columns + Math.floor((x * columns) / frame.mcusWide);
  const clipping = watchClipping(frame, { low: EDGE, high: 255 - EDGE }, (x, y, { low, high }) => {
    const node = nodeAt(x, y);
    // What is cut off stays where it is: nothing around it may move, or it would stand out.
    const isCutOff = low < 0 || high > 255;
    if (isCutOff || high > 255 - EDGE) held.up.values[node] = 1;
    if (isCutOff || low < EDGE) held.down.values[node] = 1;
  });

  return {
    add(mcu) {
      const node = nodeAt(index % frame.mcusWide, Math.floor(index / frame.mcusWide));
      index++;
      const [y, cb, cr] = meanColour(frame, mcu);
      const colours = coloursAround(cb, cr);
      const atMost = ({ values }: Nodes, levels: number) => {
        values[node] = Math.min(values[node] as number, Math.max(0, levels));
      };
      atMost(up, 255 - y - colours.high);
      atMost(down, y + colours.low);
      for (let b = 0; b < blocks; b++) {
        const coefficients = countAc(mcu, b * 64);
        counted.values[node] = (counted.values[node] as number) + 1;
        if (coefficients < FLAT_COEFFICIENTS) {
          flat.values[node] = (flat.values[node] as number) + 1;
        }
        if (coefficients === 0) even++;
      }
      clipping.add(mcu);
    },
    finish() {
      clipping.finish();
      const allAround = sumAround(counted).values;
      const textured = nodes(0);
      sumAround(flat).values.forEach((count, i) => {
        textured.values[i] = count * FLAT_SHARE <= (allAround[i] as number) ? 1 : 0;
      });
      const amplitude = smooth({
        ...textured,
        values: textured.values.map((is) => (is ? TEXTURED_LEVELS : FLAT_LEVELS)),
      }).values;
      const hasNothingFlatNear = leastAround(textured).values;
      const bytes = (room: Nodes, holds: Nodes) => {
        const isHeld = (i: number) => holds.values[i] === 1 && hasNothingFlatNear[i] === 0;
        const values = room.values.map((levels, i) => (isHeld(i) ? 0 : levels));
        return Uint8Array.from(smooth({ ...room, values }).values, (levels, i) =>
          Math.round((((amplitude[i] as number) * levels) / KNEE) * UNITS_PER_LEVEL),
        );
      };
      const headroom: Headroom = {
        columns,
        rows,
        down: bytes(down, held.down),
        up: bytes(up, held.up),
        hidesGrains: even >= HIDING_BLOCKS,
      };
      const drawsEdges = headroom.up.some((units, i) => {
        const room = units + (headroom.down[i] as number);
        return textured.values[i] === 0 && room * 2 >= UNITS_PER_LEVEL;
      });
      return { headroom, drawsEdges, even: even / Math.max(1, index * blocks) };
    },
  };
}

/** How many AC coefficients of a block are not 0. */
function countAc(mcu: Mcu, offset: number): number {
  let count = 0;
  for (let z = 1; z < 64; z++) {
    if (mcu[offset + z] !== 0) count++;
  }
  return count;
}
