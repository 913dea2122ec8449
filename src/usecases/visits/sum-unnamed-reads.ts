import type { ContentId, SenderId } from "../../domain/ids.ts";
import { between, day, earlier, type Instant, times } from "../../domain/units.ts";
import { dateOf } from "../../insight/local-time.ts";
import {
  readUnnamedOpen,
  readUnnamedSums,
  type UnnamedReads,
} from "../../storage/unnamed-reads.ts";
import { shownParts } from "../../tracking/rungs.ts";
import { invalidField } from "../errors.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { clockIn, wholeDays } from "../readers/clock.ts";

/** How far a call reaches back that does not say, and how long a period one call adds up. */
const usualPeriod = times(31, day);
const longestPeriod = times(93, day);

export type UnnamedQuery = {
  contentId?: ContentId | undefined;
  senderId?: SenderId | undefined;
  channel?: string | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
};

type DaySum = Omit<UnnamedReads, "quarter"> & { date: string };

/**
 * Reads by people who did not agree to be remembered: sums by content, sender, channel and whole day of the
 * workspace, the newest day first. They are never told as rows and never by link, since a link may have
 * been made for one person. Throws `invalid` for a period above 93 days.
 */
export async function sumUnnamedReads(caller: Caller, query: UnnamedQuery) {
  requireScope(caller, "read", "own-team");
  const until = query.until ?? caller.now();
  const since = query.since ?? earlier(until, usualPeriod);
  if (between(since, until) > longestPeriod) {
    throw invalidField("since", "Ask for a period of at most 93 days.");
  }
  const clock = clockIn(caller.workspace.timezone);
  const period = wholeDays({ since, until }, clock);
  const { contentId: wanted, senderId: asked, channel: place } = query;
  const filter = { contentId: wanted, team: ownTeam(caller) ?? undefined, ...period };
  const quarters = await Promise.all([
    readUnnamedSums(caller.scope, filter),
    readUnnamedOpen(caller.scope, filter),
  ]);
  const sums = new Map<string, DaySum>();
  for (const { contentId, senderId, channel, quarter, reads, engagedMs } of quarters
    .flat()
    .sort(inOrder)) {
    const key = { contentId, senderId, channel, date: dateOf(clock(quarter).day) };
    const name = JSON.stringify(key);
    const sum = sums.get(name) ?? { ...key, reads: 0, engagedMs: 0 };
    sum.reads += reads;
    sum.engagedMs += engagedMs;
    sums.set(name, sum);
  }
  // A content's report tells its days: what is held back here may not be what the others leave of one,
  // and is the same whoever asks for which of them.
  const days = Map.groupBy(sums.values(), ({ contentId, date }) => `${contentId ?? ""} ${date}`);
  const shown = [...days.values()].flatMap((parts) =>
    shownParts(parts.map((sum) => ({ ...sum, unnamed: sum.reads }))),
  );
  const items = shown.filter(
    ({ senderId, channel }) =>
      (asked === undefined || senderId === asked) && (place === undefined || channel === place),
  );
  return { items };
}

/** The newest quarter-hour first; the rest so that the same is always told in the same order. */
function inOrder(a: UnnamedReads, b: UnnamedReads): number {
  const place = ({ contentId, senderId, channel }: UnnamedReads) =>
    `${contentId ?? ""} ${senderId} ${channel}`;
  return b.quarter - a.quarter || (place(a) < place(b) ? -1 : Number(place(a) > place(b)));
}
