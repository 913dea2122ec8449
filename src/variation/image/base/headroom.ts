import type { Frame, Mcu } from "../jpeg/frame.ts";
import { meanRange, pixelRange } from "./colour-range.ts";

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
};

export const UNITS_PER_LEVEL = 32;
const MAX_NODES = 32;

/** Levels from the edge of the range at which the full amplitude is allowed. */
const KNEE = 12;
/** The most that brightness moves, in levels: where there is texture, and on flat areas. */
const TEXTURED_LEVELS = 5;
export const FLAT_LEVELS = 2;
/** Everywhere brightness may move by this much of a level: rounding hides it. */
const LEAST_LEVELS = 1 / 8;
/** Closer to the edge of the range than this, pixels may be cut off before or after a move. */
const EDGE = 2;
/** An MCU with fewer luma coefficients a block than this is flat. */
const FLAT_COEFFICIENTS = 3;

/** The grid for a picture: its size depends on the frame alone. */
export function headroomSize({ mcusWide, mcusHigh }: Frame): { columns: number; rows: number } {
  return { columns: Math.min(MAX_NODES, mcusWide), rows: Math.min(MAX_NODES, mcusHigh) };
}

/** Gathers headroom from the MCUs of a picture in raster order; `finish` after the last one. */
export function measureHeadroom(frame: Frame): { add(mcu: Mcu): void; finish(): Headroom } {
  const { columns, rows } = headroomSize(frame);
  const cells = columns * rows;
  const up = new Float64Array(cells).fill(KNEE);
  const down = new Float64Array(cells).fill(KNEE);
  const flat = new Uint32Array(cells);
  const counted = new Uint32Array(cells);
  const clipped = new Uint8Array(cells);
  let index = 0;

  return {
    add(mcu) {
      const x = index % frame.mcusWide;
      const y = Math.floor(index / frame.mcusWide);
      index++;
      const cell =
        Math.floor((y * rows) / frame.mcusHigh) * columns +
        Math.floor((x * columns) / frame.mcusWide);
      const { low, high } = meanRange(frame, mcu);
      up[cell] = Math.min(up[cell] as number, Math.max(0, 255 - high));
      down[cell] = Math.min(down[cell] as number, Math.max(0, low));
      counted[cell] = (counted[cell] as number) + 1;
      if (isFlat(frame, mcu)) flat[cell] = (flat[cell] as number) + 1;
      else if (!clipped[cell]) {
        const pixels = pixelRange(frame, mcu, EDGE);
        if (pixels.low < EDGE || pixels.high > 255 - EDGE) clipped[cell] = 1;
      }
    },
    finish() {
      const amplitude = Float64Array.from(counted, (count, i) => {
        if ((flat[i] as number) * 8 <= count) return TEXTURED_LEVELS;
        // To move a surface, and not the type on it that is cut off, would draw the type's outlines.
        return clipped[i] ? 0 : FLAT_LEVELS;
      });
      const grids = [up, down, amplitude].map((grid) => smooth(grid, columns, rows));
      const [smoothUp, smoothDown, smoothAmplitude] = grids as [Grid, Grid, Grid];
      const bytes = (room: Grid) =>
        Uint8Array.from(room, (levels, i) => {
          const allowed = ((smoothAmplitude[i] as number) * levels) / KNEE;
          return Math.round(Math.max(LEAST_LEVELS, allowed) * UNITS_PER_LEVEL);
        });
      return { columns, rows, down: bytes(smoothDown), up: bytes(smoothUp) };
    },
  };
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
