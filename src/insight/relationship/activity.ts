/** Is somebody still there, by their own rhythm? */
import { DAY_MS } from "../local-time.ts";
import { middle } from "./strength.ts";

export type Activity = "active" | "cooling" | "lost";

/** The workspace's rhythm speaks for somebody until they have so many gaps of their own. */
const gapsOfOthers = 2;
const shortestGap = 2 * DAY_MS;

/**
 * Active within twice the usual gap between reads, cooling within four times, lost after. The usual gap
 * is the middle one of the person's own, pulled towards the workspace's while there are few.
 *
 * @param reads times of one person's reads, at least one
 * @param usualGapMs the middle gap of the workspace
 */
export function activityAt(reads: readonly number[], at: number, usualGapMs: number): Activity {
  const seen = reads.filter((read) => read <= at).sort((a, b) => a - b);
  const gaps = seen.slice(1).map((read, index) => read - (seen[index] as number));
  const own =
    (middle(gaps) * gaps.length + usualGapMs * gapsOfOthers) / (gaps.length + gapsOfOthers);
  const gap = Math.max(shortestGap, own);
  const quiet = at - (seen.at(-1) ?? Number.NEGATIVE_INFINITY);
  if (quiet <= 2 * gap) return "active";
  return quiet <= 4 * gap ? "cooling" : "lost";
}
