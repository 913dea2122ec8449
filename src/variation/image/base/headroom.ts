import type { Frame, Mcu } from "../jpeg/frame.ts";
import { watchClipping } from "./clipping.ts";
import { coloursAround, meanColour } from "./colour-range.ts";

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
/** An MCU with fewer luma coefficients a block than this is flat. */
const FLAT_COEFFICIENTS = 3;

/** The grid for a picture: its size depends on the frame alone. */
export function headroomSize({ mcusWide, mcusHigh }: Frame): { columns: number; rows: number } {
  return { columns: Math.min(MAX_NODES, mcusWide), rows: Math.min(MAX_NODES, mcusHigh) };
}

/** `drawsEdges` where a flat area has room for a whole level, so that edges will be seen on it. */
export type Measured = { readonly headroom: Headroom; readonly drawsEdges: boolean };

/** Gathers headroom from the MCUs of a picture in raster order; `finish` after the last one. */
export function measureHeadroom(frame: Frame): { add(mcu: Mcu): void; finish(): Measured } {
  const { columns, rows } = headroomSize(frame);
  const cells = columns * rows;
  const up = new Float64Array(cells).fill(KNEE);
  const down = new Float64Array(cells).fill(KNEE);
  const held = { up: new Uint8Array(cells), down: new Uint8Array(cells) };
  const flat = new Uint32Array(cells);
  const counted = new Uint32Array(cells);
  let hiding = 0;
  let index = 0;

  const cellAt = (x: number, y: number) =>
    Math.floor((y * rows) / frame.mcusHigh) * columns + Math.floor((x * columns) / frame.mcusWide);
  const clipping = watchClipping(frame, { low: EDGE, high: 255 - EDGE }, (x, y, { low, high }) => {
    const cell = cellAt(x, y);
    // What is cut off stays where it is: nothing around it may move, or it would stand out.
    const isCutOff = low < 0 || high > 255;
    if (isCutOff || high > 255 - EDGE) held.up[cell] = 1;
    if (isCutOff || low < EDGE) held.down[cell] = 1;
  });

  return {
    add(mcu) {
      const cell = cellAt(index % frame.mcusWide, Math.floor(index / frame.mcusWide));
      index++;
      const [y, cb, cr] = meanColour(frame, mcu);
      const colours = coloursAround(cb, cr);
      up[cell] = Math.min(up[cell] as number, Math.max(0, 255 - y - colours.high));
      down[cell] = Math.min(down[cell] as number, Math.max(0, y + colours.low));
      counted[cell] = (counted[cell] as number) + 1;
      if (isFlat(frame, mcu)) flat[cell] = (flat[cell] as number) + 1;
      hiding += evenBlocks(frame, mcu);
      clipping.add(mcu);
    },
    finish() {
      clipping.finish();
      const isTextured = Uint8Array.from(counted, (count, i) =>
        (flat[i] as number) * 8 <= count ? 1 : 0,
      );
      const amplitude = Float64Array.from(isTextured, (textured) =>
        textured ? TEXTURED_LEVELS : FLAT_LEVELS,
      );
      const smoothAmplitude = smooth(amplitude, columns, rows);
      const hidesGrains = hiding >= HIDING_BLOCKS;
      const bytes = (room: Grid, holds: Uint8Array) => {
        const free = room.map((levels, i) => (holds[i] && !isTextured[i] ? 0 : levels));
        return Uint8Array.from(smooth(free, columns, rows), (levels, i) =>
          Math.round((((smoothAmplitude[i] as number) * levels) / KNEE) * UNITS_PER_LEVEL),
        );
      };
      const headroom = {
        columns,
        rows,
        down: bytes(down, held.down),
        up: bytes(up, held.up),
        hidesGrains,
      };
      const drawsEdges = isTextured.some((textured, i) => {
        const room = (headroom.down[i] as number) + (headroom.up[i] as number);
        return !textured && room * 2 >= UNITS_PER_LEVEL;
      });
      return { headroom, drawsEdges };
    },
  };
}

/** Luma blocks of one MCU that have no AC. */
function evenBlocks(frame: Frame, mcu: Mcu): number {
  const [luma] = frame.components;
  let even = 0;
  for (let b = 0; luma && b < luma.h * luma.v; b++) {
    if (isEven(mcu, b * 64)) even++;
  }
  return even;
}

/** Whether a block has one brightness: no AC coefficient. */
export function isEven(mcu: Mcu, offset: number): boolean {
  for (let z = 1; z < 64; z++) {
    if (mcu[offset + z] !== 0) return false;
  }
  return true;
}

type Grid = Float64Array;

function isFlat(frame: Frame, mcu: Mcu): boolean {
  const [luma] = frame.components;
  const blocks = luma ? luma.h * luma.v : 0;
  let used = 0;
  for (let i = 0; i < blocks * 64; i++) {
    if ((i & 63) !== 0 && mcu[i] !== 0) used++;
  }
  return used < FLAT_COEFFICIENTS * blocks;
}

/**
 * The least within two nodes, then the mean with the neighbours: a node and all between it and the
 * next ones get no more than was measured there.
 */
function smooth(grid: Grid, columns: number, rows: number): Grid {
  const least = (from: Grid) => around(from, columns, rows, (values) => Math.min(...values));
  return around(least(least(grid)), columns, rows, (values) => {
    return values.reduce((a, b) => a + b, 0) / values.length;
  });
}

function around(
  grid: Grid,
  columns: number,
  rows: number,
  combine: (values: number[]) => number,
): Grid {
  return grid.map((_, i) => {
    const x = i % columns;
    const y = Math.floor(i / columns);
    const values: number[] = [];
    for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
        values.push(grid[row * columns + column] as number);
      }
    }
    return combine(values);
  });
}
