import type { Frame, Mcu } from "../jpeg/frame.ts";
import { watchActivity } from "./activity.ts";
import { watchClipping } from "./clipping.ts";
import { coloursAround, meanColour } from "./colour-range.ts";
import { type Nodes, smooth, sumAround } from "./nodes.ts";

/**
 * How far brightness may be moved, down and up, at the nodes of a coarse grid over the picture. A byte
 * is a 32nd of a level. It is smooth, and 0 wherever there is a flat surface, since what moves there
 * shows: a decoder draws no step below a level, and a messenger makes two of one and bends it along
 * blocks. No colour clips: dark texture moves less, white and saturated colours hardly.
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
/** The most that brightness moves, in levels. */
const MOST_LEVELS = 5;
/** A side of so many pixels for each level: neighbouring blocks then differ by less than one. */
const PIXELS_PER_LEVEL = 200;
/** What is dark moves by such a share of its brightness. */
const DARK_SHARE = 1 / 12;
/** An area is flat where more than such a share is: there is paper between lines of type. */
const FLAT_SHARE = 1 / 8;
/** An area of which more than such a share is cut off at the edge of the range does not move. */
const CUT_SHARE = 1 / 2;

/** The share of the picture's area where brightness may move: 0 where all senders' pixels are the same. */
export function movingShare({ down, up }: Headroom): number {
  const moving = down.filter((value, i) => value > 0 || (up[i] ?? 0) > 0).length;
  return moving / down.length;
}

/** The grid for a picture: its size depends on the frame alone. */
function headroomSize({ mcusWide, mcusHigh }: Frame): { columns: number; rows: number } {
  return { columns: Math.min(MAX_NODES, mcusWide), rows: Math.min(MAX_NODES, mcusHigh) };
}

/** Of the same size in bytes: nothing moves. */
export function noHeadroom(frame: Frame): Headroom {
  const { columns, rows } = headroomSize(frame);
  const none = new Uint8Array(columns * rows);
  return { columns, rows, down: none, up: none };
}

/** Gathers headroom from the MCUs of a picture in raster order; `finish` after the last one. */
export function measureHeadroom(frame: Frame): { add(mcu: Mcu): void; finish(): Headroom } {
  const { width, height, mcusWide, mcusHigh } = frame;
  const { columns, rows } = headroomSize(frame);
  const nodes = (fill: number): Nodes => {
    return { columns, rows, values: new Float64Array(columns * rows).fill(fill) };
  };
  const up = nodes(KNEE);
  const down = nodes(KNEE);
  const most = nodes(Math.min(MOST_LEVELS, Math.min(width, height) / PIXELS_PER_LEVEL));
  const cut = shares(nodes(0), nodes(0));
  const flat = shares(nodes(0), nodes(0));
  let index = 0;

  /** The node of a place, both in shares of the picture's sides. */
  const nodeAt = (x: number, y: number) => Math.floor(y * rows) * columns + Math.floor(x * columns);
  const activity = watchActivity(frame);
  // What is cut off stays where it is: around it nothing may move, or it would stand out.
  const clipping = watchClipping(frame, { low: 0, high: 255 }, (x, y, reach) => {
    cut.count(nodeAt(x / mcusWide, y / mcusHigh), reach.low < 0 || reach.high > 255);
  });

  return {
    add(mcu) {
      const node = nodeAt((index % mcusWide) / mcusWide, Math.floor(index / mcusWide) / mcusHigh);
      index++;
      const [y, cb, cr] = meanColour(frame, mcu);
      const colours = coloursAround(cb, cr);
      lower(up, node, 255 - y - colours.high);
      lower(down, node, y + colours.low);
      lower(most, node, y * DARK_SHARE);
      activity.add(mcu);
      clipping.add(mcu);
    },
    finish() {
      clipping.finish();
      const { columns: across, isTexture } = activity.finish();
      const high = isTexture.length / across;
      isTexture.forEach((is, i) => {
        flat.count(nodeAt((i % across) / across, Math.floor(i / across) / high), !is);
      });
      const stays = [flat.above(FLAT_SHARE), cut.above(CUT_SHARE)];
      const moves = most.values.map((allowed, i) => (stays.some((is) => is[i]) ? 0 : allowed));
      const levels = smooth({ ...most, values: moves }).values;
      const bytes = (room: Nodes) =>
        Uint8Array.from(smooth(room).values, (free, i) =>
          Math.round((((levels[i] as number) * free) / KNEE) * UNITS_PER_LEVEL),
        );
      return { columns, rows, down: bytes(down), up: bytes(up) };
    },
  };
}

function lower({ values }: Nodes, node: number, levels: number): void {
  values[node] = Math.min(values[node] as number, Math.max(0, levels));
}

/** Counts how much of what lies around each node is of a kind. */
function shares(some: Nodes, all: Nodes) {
  return {
    count(node: number, isOne: boolean) {
      all.values[node] = (all.values[node] as number) + 1;
      if (isOne) some.values[node] = (some.values[node] as number) + 1;
    },
    /** Where it is more than a share. */
    above(share: number): boolean[] {
      const every = sumAround(all).values;
      return Array.from(sumAround(some).values, (sum, i) => sum > share * (every[i] as number));
    },
  };
}
