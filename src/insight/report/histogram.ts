/** How long people read, packed so that any days and groups can be put together and still have a median. */

/** Counts by bucket, from the shortest; negative buckets do not exist. */
export type EngagedHistogram = readonly number[];

/** Eight buckets for each doubling, so that a quantile is within 4.5 % of the truth. */
const perDoubling = 8;
/** The first bucket begins here; a read lasts at least a second. */
const shortestMs = 1000;
/** A day: no visit lasts longer. */
const longestBucket = Math.floor(Math.log2(86_400_000 / shortestMs) * perDoubling);

/** One read more, or with a negative count one less. */
export function addEngaged(histogram: EngagedHistogram, engagedMs: number, count = 1): number[] {
  const bucket = bucketOf(engagedMs);
  const counts = Array.from(
    { length: Math.max(histogram.length, bucket + 1) },
    (_, at) => histogram[at] ?? 0,
  );
  counts[bucket] = (counts[bucket] ?? 0) + count;
  return trimmed(counts);
}

/** Two groups or two days as one. */
export function mergeHistograms(a: EngagedHistogram, b: EngagedHistogram): number[] {
  return trimmed(
    Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) + (b[at] ?? 0)),
  );
}

/** The median in ms, rounded; null without a read. */
export function medianEngaged(histogram: EngagedHistogram): number | null {
  const all = histogram.reduce((sum, count) => sum + count, 0);
  if (all <= 0) return null;
  let seen = 0;
  const bucket = histogram.findIndex((count) => {
    seen += count;
    return seen * 2 >= all;
  });
  // The middle of the bucket, by ratio.
  return Math.round(shortestMs * 2 ** ((bucket + 0.5) / perDoubling));
}

function bucketOf(engagedMs: number): number {
  const bucket = Math.floor(Math.log2(Math.max(engagedMs, shortestMs) / shortestMs) * perDoubling);
  return Math.min(longestBucket, bucket);
}

function trimmed(counts: number[]): number[] {
  return counts.slice(0, counts.findLastIndex((count) => count !== 0) + 1);
}
