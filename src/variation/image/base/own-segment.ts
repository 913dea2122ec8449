/**
 * The private segment of a base (APP9): "STARLING\0", version, then what follows from measuring the
 * picture. What is made from the base leaves it out.
 *
 * Version 3: columns, rows, down, up, how many places grains have (0 where they are in even blocks), and
 * room for the most of them, row and column in 2 bytes each: its length follows from the frame alone.
 * Version 2 was written before flat surfaces were left alone: hidesGrains, columns, rows, down, up.
 */
import type { Frame } from "../jpeg/frame.ts";
import { segment } from "../jpeg/write-headers.ts";
import { has } from "../probe/bytes.ts";
import { type GrainPlace, type Grains, MOST_PLACES } from "./grains.ts";
import { type Headroom, UNITS_PER_LEVEL } from "./headroom.ts";

export type Measured = { readonly headroom: Headroom; readonly grains: Grains };

const APP9 = 0xe9;
const NAME = "STARLING\0";
const VERSION = 3;
const PLACE_BYTES = 4;

export function ownSegment({ headroom, grains }: Measured): Uint8Array {
  const { columns, rows, down, up } = headroom;
  const name = Array.from(NAME, (letter) => letter.charCodeAt(0));
  const places = grains.in === "places" ? grains.places : [];
  const room = new Uint8Array(MOST_PLACES * PLACE_BYTES);
  places.forEach(({ row, column }, i) => {
    room.set([row >> 8, row & 255, column >> 8, column & 255], i * PLACE_BYTES);
  });
  return segment(APP9, [...name, VERSION, columns, rows, ...down, ...up, places.length, ...room]);
}

/** What the body of a private segment says, or `undefined` when it is none that can be read. */
export function readOwnSegment(body: Uint8Array): ((frame: Frame) => Measured) | undefined {
  if (!has(body, 0, NAME)) return undefined;
  const version = body[NAME.length];
  const rest = body.subarray(NAME.length + 1);
  if (version === VERSION) return readThird(rest);
  return version === 2 ? readSecond(rest) : undefined;
}

function readThird(body: Uint8Array): ((frame: Frame) => Measured) | undefined {
  const headroom = readHeadroom(body);
  if (!headroom) return undefined;
  const after = body.subarray(2 + 2 * headroom.columns * headroom.rows);
  const [count = 0] = after;
  if (after.length !== 1 + MOST_PLACES * PLACE_BYTES || count > MOST_PLACES) return undefined;
  if (count === 0) return () => ({ headroom, grains: { in: "even blocks" } });
  const places = Array.from({ length: count }, (_, i): GrainPlace => {
    const [a = 0, b = 0, c = 0, d = 0] = after.subarray(1 + i * PLACE_BYTES);
    return { row: a * 256 + b, column: c * 256 + d };
  });
  return () => ({ headroom, grains: { in: "places", places } });
}

/** Room up to which an area was flat then, and what texture had, in units. */
const FLAT = 4 * UNITS_PER_LEVEL;
const TEXTURED = 10 * UNITS_PER_LEVEL;

/** What was flat does not move any more. */
function readSecond(body: Uint8Array): ((frame: Frame) => Measured) | undefined {
  const headroom = readHeadroom(body.subarray(1));
  if (!headroom) return undefined;
  const part = Array.from(headroom.down, (below, i) => {
    const room = below + (headroom.up[i] as number);
    return Math.max(0, Math.min(1, (room - FLAT) / (TEXTURED - FLAT)));
  });
  const less = (bytes: Uint8Array) => bytes.map((units, i) => units * (part[i] as number));
  const { columns, rows, down, up } = headroom;
  const now = { columns, rows, down: less(down), up: less(up) };
  return (frame) => ({
    headroom: now,
    grains: body[0] === 1 ? { in: "even blocks" } : { in: "places", places: scattered(frame) },
  });
}

/** Places all over a picture whose liveliest blocks are not known. */
function scattered({ mcusWide, mcusHigh }: Frame): GrainPlace[] {
  const most = Math.min(MOST_PLACES, mcusWide * mcusHigh);
  return Array.from({ length: most }, (_, i) => {
    const mcu = Math.floor((i * mcusWide * mcusHigh) / most);
    return { row: Math.floor(mcu / mcusWide), column: mcu % mcusWide };
  });
}

function readHeadroom(body: Uint8Array): Headroom | undefined {
  const [columns = 0, rows = 0] = body;
  const nodes = columns * rows;
  if (nodes === 0 || body.length < 2 + 2 * nodes) return undefined;
  return {
    columns,
    rows,
    down: body.slice(2, 2 + nodes),
    up: body.slice(2 + nodes, 2 + 2 * nodes),
  };
}
