import type { Component } from "../jpeg/frame.ts";
import { EDITED, FEW_EDITED } from "../kernel/edits.ts";
import { edgeBlock } from "./edge.ts";

/** A level of brightness in the unit of heights. */
export const LEVEL = 0x10000;
/** Steps of DC in a level: a base has a step of 1 for it. */
const STEPS = 8;
/** Half of what a block's span adds to its first AC coefficient, 2.2776, in 65,536ths. */
const SLOPE = 74_632;

/** Heights at the corners of a block: top left, top right, bottom left, bottom right. */
export type Heights = readonly [a: number, b: number, c: number, d: number];

/** The nearest whole level. */
export function wholeLevel(height: number): number {
  return Math.floor(height / LEVEL + 0.5);
}

/** Writes a plane through four corners: a block's height, and its slopes as far as steps allow. */
export function writeSlope(
  [a, b, c, d]: Heights,
  quantiser: Uint16Array,
  into: Int16Array,
  at: number,
): void {
  const slopeOf = (span: number, step: number) =>
    Math.floor((span * SLOPE) / (LEVEL * LEVEL * step) + 0.5);
  into.fill(0, at, at + EDITED);
  into[at] = Math.floor(((a + b + c + d) * STEPS) / (4 * LEVEL) + 0.5);
  into[at + 1] = slopeOf(a + c - b - d, quantiser[1] as number);
  into[at + 2] = slopeOf(a + b - c - d, quantiser[2] as number);
}

/** How many of a block's first coefficients have a step of 1, of those that edges are drawn with. */
export function edgeCount({ quantiser }: Component): number {
  const isFine = (count: number) => quantiser.subarray(0, count).every((step) => step === 1);
  return isFine(EDITED) ? EDITED : isFine(FEW_EDITED) ? FEW_EDITED : 1;
}

/**
 * Writes a whole level for a block, or two of them with the contour between them.
 *
 * @param count how many coefficients an edge is drawn with.
 * @returns whether it is one level.
 */
export function writeTerrace(
  heights: Heights,
  count: number,
  quantiser: Uint16Array,
  into: Int16Array,
  at: number,
): boolean {
  const [a, b, c, d] = heights;
  const lowest = wholeLevel(Math.min(a, b, c, d));
  const highest = wholeLevel(Math.max(a, b, c, d));
  if (highest > lowest + 1) {
    writeSlope(heights, quantiser, into, at);
    return false;
  }
  into.fill(0, at, at + EDITED);
  into[at] = lowest * STEPS;
  const dx = b + d - a - c;
  const dy = c + d - a - b;
  if (highest === lowest || (dx === 0 && dy === 0)) return true;
  // A half pixel is a sixteenth of a block, and dx and dy are twice its span.
  const place = 32 * (lowest * LEVEL + LEVEL / 2) - 8 * (a + b + c + d);
  const edge = edgeBlock(dx, dy, place, count);
  for (let z = 0; z < EDITED; z++) into[at + z] = (into[at + z] as number) + (edge[z] as number);
  return false;
}
