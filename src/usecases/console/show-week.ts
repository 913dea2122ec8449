import {
  day,
  earlier,
  type Instant,
  instant,
  later,
  quarter,
  startOf,
  times,
} from "../../domain/units.ts";
import { type DayReads, daysOf } from "../../insight/days.ts";
import { dateOf, type LocalClock } from "../../insight/local-time.ts";
import { countAllOpen, countSharers, daySums } from "../../storage/console.ts";
import { shownOf } from "../../tracking/rungs.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { clockIn } from "../readers/clock.ts";
import { rfc3339 } from "../time.ts";
import { listPosts, type PostLine } from "./list-posts.ts";

const week = 7;

/** What of a post somebody should do something about. */
export type Todo =
  | { kind: "not-opened"; post: PostLine; count: number }
  | { kind: "not-copied"; post: PostLine; count: number }
  | { kind: "few-wordings"; post: PostLine; served: number; seats: number }
  | { kind: "unpublished-change"; post: PostLine }
  | { kind: "waits"; post: PostLine; at: string }
  | { kind: "draft"; post: PostLine }
  | { kind: "no-senders" }
  | { kind: "no-posts" };

export type WeekView = Awaited<ReturnType<typeof showWeek>>;

/** What happened in the last seven days against the seven before, and what needs doing. */
export async function showWeek(caller: Caller) {
  requireScope(caller, "read", "own-team");
  const { scope, workspace } = caller;
  const now = caller.now();
  const since = earlier(now, times(week, day));
  const team = ownTeam(caller);
  // Days and what is open are sums of everybody.
  const [{ posts, senders }, sums, sharers, open] = await Promise.all([
    listPosts(caller),
    team === null ? daySums(scope, startOf(day, earlier(now, times(2 * week + 1, day)))) : [],
    countSharers(scope, since, team),
    team === null ? countAllOpen(scope) : 0,
  ]);
  const days = twoWeeks(sums, now, clockIn(workspace.timezone));
  const [before, current] = [days.slice(0, week), days.slice(week)];
  return {
    timezone: workspace.timezone,
    now: rfc3339(now),
    /** Of a team alone: then days, reads and time are not told. */
    team,
    senders,
    sharers,
    open,
    published: posts.filter(({ status }) => status === "published").length,
    posts: posts.slice(0, 5),
    days: current.map(({ date, reads }) => ({ date, reads })),
    reads: { now: total(current, "reads"), before: total(before, "reads") },
    engagedMs: { now: shownTime(current), before: shownTime(before) },
    todo: todoOf(posts, senders),
  };
}

const total = (days: readonly DayReads[], of: "reads" | "engagedMs" | "unnamed") =>
  days.reduce((sum, one) => sum + one[of], 0);

const shownTime = (days: readonly DayReads[]) =>
  shownOf(total(days, "unnamed"), total(days, "engagedMs"));

/** Fourteen days of the workspace's timezone that end today, the oldest first, also those without a read. */
function twoWeeks(
  sums: readonly { start: number; sums: Record<string, number[]> }[],
  now: Instant,
  clock: LocalClock,
): DayReads[] {
  const quarters = sums.flatMap(({ start, sums: ofDay }) =>
    Object.entries(ofDay).map(([at, [reads = 0, engagedMs = 0, unnamed = 0]]) => ({
      quarter: later(instant(start), times(Number(at), quarter)),
      ...{ reads, engagedMs, unnamed },
    })),
  );
  const known = new Map(daysOf(quarters, clock).map((one) => [one.date, one]));
  const first = clock(now).day - 2 * week + 1;
  return Array.from({ length: 2 * week }, (_, index) => {
    const date = dateOf(first + index);
    return known.get(date) ?? { date, reads: 0, engagedMs: 0, unnamed: 0 };
  });
}

function todoOf(posts: readonly PostLine[], senders: number): Todo[] {
  if (posts.length === 0)
    return senders === 0 ? [{ kind: "no-senders" }, { kind: "no-posts" }] : [{ kind: "no-posts" }];
  const found = posts.flatMap((post): Todo[] => {
    const waits =
      post.waitsUntil === null ? [] : [{ kind: "waits" as const, post, at: post.waitsUntil }];
    if (post.status === "draft") return waits.length > 0 ? waits : [{ kind: "draft", post }];
    if (post.status !== "published") return waits;
    const { served, seats, copied, opened } = post;
    return [
      ...waits,
      ...(opened < senders ? [{ kind: "not-opened" as const, post, count: senders - opened }] : []),
      // Who has not opened it is told above, and is no second person here.
      ...(copied < opened ? [{ kind: "not-copied" as const, post, count: opened - copied }] : []),
      ...(served !== null && seats !== null && served < seats
        ? [{ kind: "few-wordings" as const, post, served, seats }]
        : []),
      ...(post.isAhead && waits.length === 0
        ? [{ kind: "unpublished-change" as const, post }]
        : []),
    ];
  });
  return [...(senders === 0 ? [{ kind: "no-senders" as const }] : []), ...found].slice(0, 6);
}
