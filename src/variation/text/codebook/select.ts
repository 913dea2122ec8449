import type { Distances, Floor } from "./floors.ts";

/**
 * A greedy lexicode: takes each candidate that is a floor away from all taken before, those with
 * few close neighbours first, since they stand in nobody's way.
 */
export function selectApart(
  distances: Distances,
  pool: readonly number[],
  floor: Floor,
  most: number,
): number[] {
  const taken: number[] = [];
  for (const candidate of byCrowding(distances, pool, floor)) {
    if (taken.length >= most) break;
    if (taken.every((other) => distances.apart(candidate, other, floor))) taken.push(candidate);
  }
  return taken;
}

/** How many others each candidate is compared with to tell how crowded its place is. */
const CROWD = 192;

function byCrowding(distances: Distances, pool: readonly number[], floor: Floor): number[] {
  const crowd = pool.slice(0, CROWD);
  const neighbours = new Map(
    pool.map((a) => [a, crowd.filter((b) => distances.j2(a, b) > floor.j2).length]),
  );
  return [...pool].sort((a, b) => (neighbours.get(a) ?? 0) - (neighbours.get(b) ?? 0));
}

/**
 * Adds to `taken`, farthest first, the candidates that are least like what is taken already, until
 * there are `most`. For texts that cannot reach a floor: best first, never the same twice.
 */
export function selectFarthest(
  distances: Distances,
  pool: readonly number[],
  taken: readonly number[],
  most: number,
): number[] {
  const out = [...taken];
  const had = new Set(taken);
  const left = pool.filter((candidate) => !had.has(candidate));
  const closeness = left.map((a) => out.reduce((max, b) => Math.max(max, distances.j2(a, b)), 0));
  while (out.length < most && left.length > 0) {
    let best = 0;
    for (let i = 1; i < left.length; i++) {
      if ((closeness[i] as number) < (closeness[best] as number)) best = i;
    }
    const chosen = left[best] as number;
    out.push(chosen);
    left[best] = left[left.length - 1] as number;
    closeness[best] = closeness[left.length - 1] as number;
    left.pop();
    closeness.pop();
    for (let i = 0; i < left.length; i++) {
      closeness[i] = Math.max(closeness[i] as number, distances.j2(left[i] as number, chosen));
    }
  }
  return out;
}
