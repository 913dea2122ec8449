import { type Distances, TEAM_FLOOR } from "./floors.ts";

export interface TeamSize {
  readonly key: string;
  /** How many senders the team has; a whole number. */
  readonly size: number;
}

/** How many of the least alike rows are checked in full before the least alike is taken as it is. */
const CHECKED = 12;

/**
 * Parts rows among teams so that a team's rows are far apart: the team with most seats still empty
 * chooses the row least like those it has, by the team floor where one is left that meets it.
 */
export function partition(
  distances: Distances,
  rows: readonly number[],
  teams: readonly TeamSize[],
): { blocks: number[][]; left: number[] } {
  const blocks: number[][] = teams.map(() => []);
  const left = [...rows];
  const closeness = teams.map(() => new Float32Array(rows.length));
  for (;;) {
    const team = neediest(teams, blocks);
    if (team < 0 || left.length === 0) return { blocks, left: inOrder(rows, left) };
    const block = blocks[team] as number[];
    const near = closeness[team] as Float32Array;
    const at = leastAlike(distances, left, near, block);
    const row = left[at] as number;
    const last = left.length - 1;
    left[at] = left[last] as number;
    left.pop();
    for (const array of closeness) array[at] = array[last] as number;
    block.push(row);
    left.forEach((other, i) => {
      near[i] = Math.max(near[i] as number, distances.j2(other, row));
    });
  }
}

function inOrder(rows: readonly number[], some: readonly number[]): number[] {
  const wanted = new Set(some);
  return rows.filter((row) => wanted.has(row));
}

function neediest(teams: readonly TeamSize[], blocks: readonly number[][]): number {
  let team = -1;
  let most = 0;
  teams.forEach(({ size }, i) => {
    const empty = size - (blocks[i]?.length ?? 0);
    if (empty > most) [team, most] = [i, empty];
  });
  return team;
}

function leastAlike(
  distances: Distances,
  left: readonly number[],
  near: Float32Array,
  block: readonly number[],
): number {
  const tried = new Set<number>();
  let first = -1;
  while (tried.size < Math.min(CHECKED, left.length)) {
    let best = -1;
    for (let i = 0; i < left.length; i++) {
      if (best >= 0 && (near[i] as number) >= (near[best] as number)) continue;
      if (!tried.has(i)) best = i;
    }
    if (first < 0) first = best;
    const row = left[best] as number;
    if (block.every((member) => distances.apart(row, member, TEAM_FLOOR))) return best;
    tried.add(best);
  }
  return first;
}
