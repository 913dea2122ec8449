import { type Distances, type Floor, SLICE } from "./floors.ts";

/** How many others each row is compared with to tell how crowded its place is. */
const CROWD = 192;

/** How near two rows may be when a floor's supply is out, step by step; at last they are only not the same. */
const BELOW = [0.93, 0.96, 0.985, 1] as const;

/** Rows of drafts that keep them so far below what is asked are not compared: how near those come is not known. */
const UNSEEN = 0.1;

interface Wish {
  readonly most: number;
  /** Whether rows follow that come nearer than the floor. */
  readonly below: boolean;
  /** Rows that are asked before all others. */
  readonly first?: ReadonlySet<number>;
}

/** What is known of a row that was not taken: how near it came to one that was, and how many it has met. */
interface Waiting {
  readonly row: number;
  nearest: number;
  nearestTo: number;
  met: number;
}

/**
 * A greedy lexicode over a pool: takes each row that is a floor away from all taken before, those with few
 * close neighbours first, since they stand in nobody's way. Where that is not enough, further rows follow
 * that come nearer, step by step, never the same twice.
 *
 * @returns all that were taken in that order, how many of them keep the floor, and how near those come
 */
export function* selectRows(
  distances: Distances,
  pool: readonly number[],
  floor: Floor,
  { most, below, first }: Wish,
): Generator<void, Selected> {
  const taken: number[] = [];
  const order = yield* byCrowding(distances, pool, floor, first);
  let waiting = order.map((row): Waiting => ({ row, nearest: 0, nearestTo: -1, met: 0 }));
  let apart = 0;
  let closest: Selected["closest"];
  let work = 0;
  for (const [step, j2] of [floor.j2, ...(below ? BELOW : [])].entries()) {
    const left: Waiting[] = [];
    for (const one of waiting) {
      if (taken.length >= most) break;
      if (one.nearest <= j2) {
        work += taken.length - one.met;
        meet(distances, one, taken, j2, step === 0 ? floor : undefined);
        if (work > SLICE) {
          work = 0;
          yield;
        }
      }
      if (one.nearest <= j2) {
        taken.push(one.row);
        if (step === 0 && one.nearest > (closest?.j2 ?? 0)) {
          closest = { j2: one.nearest, pair: [one.row, one.nearestTo] };
        }
      } else left.push(one);
    }
    waiting = left;
    if (step === 0) apart = taken.length;
  }
  if (closest === undefined || closest.j2 <= floor.j2 - UNSEEN) return { taken, apart };
  return { taken, apart, closest };
}

export interface Selected {
  readonly taken: number[];
  readonly apart: number;
  /** The closest two of those that keep the floor, where they come near to it; pairs far beyond it were not compared. */
  readonly closest?: { readonly j2: number; readonly pair: readonly [number, number] };
}

/** Compares a row with those taken since it was last compared, until one is nearer than `j2`. */
function meet(
  distances: Distances,
  one: Waiting,
  taken: readonly number[],
  j2: number,
  floor: Floor | undefined,
): void {
  const beyond = distances.draftsBeyond(one.row, j2 - UNSEEN, floor);
  while (one.met < taken.length) {
    const other = taken[one.met++] as number;
    if (beyond[distances.drafts[other] as number] === 1) continue;
    const shared = distances.shared(one.row, other);
    const near = distances.j2(one.row, other, shared);
    if (near > one.nearest) [one.nearest, one.nearestTo] = [near, other];
    if (near > j2) return;
    if (floor !== undefined && !distances.editsApart(one.row, other, floor, shared)) {
      // Near by edits alone: it waits for the next step.
      one.nearest = Math.max(one.nearest, j2 + Number.EPSILON);
      return;
    }
  }
}

function* byCrowding(
  distances: Distances,
  pool: readonly number[],
  floor: Floor,
  first: ReadonlySet<number> = new Set(),
): Generator<void, number[]> {
  const crowd = pool.slice(0, CROWD);
  const neighbours = new Map<number, number>();
  let work = 0;
  for (const a of pool) {
    let near = 0;
    const beyond = distances.draftsBeyond(a, floor.j2);
    for (const b of crowd) {
      if (beyond[distances.drafts[b] as number] === 0 && distances.j2(a, b) > floor.j2) near++;
    }
    neighbours.set(a, near);
    work += crowd.length;
    if (work > SLICE) {
      work = 0;
      yield;
    }
  }
  const rank = (row: number) => (first.has(row) ? -1 : (neighbours.get(row) ?? 0));
  return [...pool].sort((a, b) => rank(a) - rank(b));
}
