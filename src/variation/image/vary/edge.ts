import { DIRECTIONS, fitEdge, PLACES } from "./edge-fit.ts";

const known = new Map<number, Int8Array>();

/**
 * The first coefficients, in steps of 1, of a block that decodes to 0 on one side of a straight
 * edge and to 1 on the other: so few cannot draw an edge, but decoders round, and it is enough to pass
 * ½ where the edge is.
 *
 * @param dx how fast brightness grows to the right, in any unit.
 * @param dy how fast it grows down, in the same unit; not both may be 0.
 * @param place where the edge is: pixels are 1 where dx·x + dy·y ≥ place, with x and y in half
 * pixels from the middle of the block.
 * @param count how many coefficients may be used, DC included; the others stay 0.
 */
export function edgeBlock(dx: number, dy: number, place: number, count: number): Int8Array {
  const [wide, high] = [Math.abs(dx), Math.abs(dy)];
  const most = Math.max(wide, high);
  const slant = Math.floor((Math.min(wide, high) * DIRECTIONS) / most + 0.5);
  const at = Math.max(-PLACES, Math.min(PLACES, Math.floor(place / most + 0.5)));
  const key = (count * (DIRECTIONS + 1) + slant) * (2 * PLACES + 1) + at + PLACES;
  let block = known.get(key);
  if (!block) {
    block = fitEdge(slant, at, count);
    known.set(key, block);
  }
  return turned(block, dx < 0, dy < 0, high > wide);
}

/** A block with its sides exchanged where it is to be, then mirrored. */
function turned(
  block: Int8Array,
  mirrorX: boolean,
  mirrorY: boolean,
  exchange: boolean,
): Int8Array {
  const [dc = 0, across = 0, down = 0, down2 = 0, both = 0, across2 = 0] = block;
  const x = mirrorX ? -1 : 1;
  const y = mirrorY ? -1 : 1;
  return exchange
    ? Int8Array.of(dc, x * down, y * across, across2, x * y * both, down2)
    : Int8Array.of(dc, x * across, y * down, down2, x * y * both, across2);
}
