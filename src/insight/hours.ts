/** When to post: hours that usually suit, replaced by those at which a sender's own readers read. */

/** From and to in minutes of the local day; to is left out of the window. */
export type PostingWindow = {
  readonly from: number;
  readonly to: number;
  /** Share of reads expected in it, 0..1, by what is known. */
  readonly share: number;
  /** What decided: the usual hours, mostly the usual ones, or mostly the sender's own readers. */
  readonly basis: "usual" | "mixed" | "own";
};

/** 7–9, 11:30–14, 20–22. */
const usual = [
  { from: 420, to: 540 },
  { from: 690, to: 840 },
  { from: 1200, to: 1320 },
] as const;
const halfHours = 48;
/** The usual hours weigh as much as so many reads. */
const usualReads = 40;
const windowLength = 4;

/**
 * The three best windows of a day, in the order of the day.
 *
 * @param reads minutes of the local day at which a sender's readers began to read
 */
export function postingWindows(reads: readonly number[]): PostingWindow[] {
  if (reads.length === 0)
    return usual.map((window) => ({ ...window, share: shareOf(window), basis: "usual" }));
  const hours = usualHours();
  for (const minute of reads) {
    const slot = Math.floor(minute / 30) % halfHours;
    hours[slot] = (hours[slot] as number) + 1;
  }
  const whole = usualReads + reads.length;
  const basis = reads.length < usualReads ? "mixed" : "own";
  const taken = new Set<number>();
  const windows: PostingWindow[] = [];
  for (let round = 0; round < usual.length; round++) {
    const best = bestStart(hours, taken);
    let sum = 0;
    for (let slot = best; slot < best + windowLength; slot++) {
      taken.add(slot);
      sum += hours[slot] as number;
    }
    windows.push({ from: best * 30, to: (best + windowLength) * 30, share: sum / whole, basis });
  }
  return windows.sort((a, b) => a.from - b.from);
}

/**
 * When one sender of a team posts, so that shared readers are not told all at once.
 *
 * @param place of the sender in the team, from 0
 * @returns minute of the local day within the window
 */
export function staggered(
  { from, to }: Pick<PostingWindow, "from" | "to">,
  place: number,
  team: number,
) {
  return from + Math.floor(((place % team) * (to - from)) / team);
}

function bestStart(hours: readonly number[], taken: ReadonlySet<number>): number {
  let best = 0;
  let most = -1;
  for (let start = 0; start + windowLength <= halfHours; start++) {
    let sum = 0;
    for (let slot = start; slot < start + windowLength; slot++) {
      sum += taken.has(slot) ? Number.NEGATIVE_INFINITY : (hours[slot] as number);
    }
    if (sum > most) [best, most] = [start, sum];
  }
  return best;
}

/** Nine usual reads in ten fall into the usual windows. */
function usualHours(): number[] {
  const inside = usual.reduce((sum, { from, to }) => sum + (to - from) / 30, 0);
  return Array.from({ length: halfHours }, (_, slot) => {
    const isInside = usual.some(({ from, to }) => slot * 30 >= from && slot * 30 < to);
    return usualReads * (isInside ? 0.9 / inside : 0.1 / (halfHours - inside));
  });
}

function shareOf({ from, to }: { from: number; to: number }): number {
  const hours = usualHours().slice(from / 30, to / 30);
  return hours.reduce((sum, reads) => sum + reads, 0) / usualReads;
}
