/** A condition that watches what somebody does, one moment after the other, and says when it is met. */
import { DAY_MS } from "../local-time.ts";
import type { About, Evidence } from "./evidence.ts";
import type { Moment, ReadMoment } from "./moment.ts";
import { type Condition, isEach, type Subject } from "./rule.ts";

export type Tally = {
  /**
   * Takes the next moment.
   *
   * @returns whether this very moment speaks for the condition; one that was met before and is not
   *   touched by the moment gives no points again
   */
  take(moment: Moment): boolean;
  /** What speaks for the condition at an instant; null where it is not met. */
  judge(at: number): Evidence | null;
};

/** Begins to watch for a condition, bound to a topic where it says "each". */
export function tallyOf(condition: Condition, bound: string | null): Tally {
  const on = "on" in condition ? condition.on : undefined;
  const topic = on && "topic" in on ? (isEach(on) ? bound : on.topic) : null;
  const matches = (moment: Moment) => isOn(moment, on, topic);
  const about = aboutOf(on, topic);
  switch (condition.kind) {
    case "engaged":
      return condition.sum
        ? engagedSum(condition.atLeastMs, condition.withinDays, about, matches)
        : latest(
            condition.withinDays,
            (moment) => matches(moment) && moment.engagedMs >= condition.atLeastMs,
            (read) => ({
              kind: "engaged",
              contentId: read.contentId,
              ms: read.engagedMs,
              at: read.at,
            }),
          );
    case "completion":
      return latest(
        condition.withinDays,
        (moment) => matches(moment) && moment.completion >= condition.atLeast,
        (read) => ({
          kind: "completion",
          contentId: read.contentId,
          share: read.completion,
          at: read.at,
        }),
      );
    case "section":
      return section(condition);
    case "times":
      return counting(condition.atLeast, condition.withinDays, isRead(matches), (times, at) => ({
        kind: "times",
        about,
        times,
        at,
      }));
    case "reshare":
      return counting(
        condition.readers,
        condition.withinDays,
        (moment) => moment.kind === "reshare" && matches(moment),
        (readers, at) => ({ kind: "reshare", about, readers, at }),
      );
    case "recency":
      return recency(condition.withinDays, about, isRead(matches));
    case "return":
      return comingBack(condition.afterDays, about, isRead(matches));
  }
}

function isOn(moment: Moment, on: Subject | undefined, topic: string | null): boolean {
  if (!on) return true;
  if ("contentId" in on) return moment.contentId === on.contentId;
  return topic !== null && moment.topics.includes(topic);
}

function aboutOf(on: Subject | undefined, topic: string | null): About {
  if (on && "contentId" in on) return { contentId: on.contentId };
  return topic === null ? null : { topic };
}

function isRead(matches: (moment: Moment) => boolean) {
  return (moment: Moment) => moment.kind === "read" && matches(moment);
}

/** Is an instant still in the window that ends at another? */
function isWithin(at: number, now: number, withinDays: number | undefined): boolean {
  return withinDays === undefined || now - at <= withinDays * DAY_MS;
}

/** Met by any one read that qualifies; the newest is told. */
function latest(
  withinDays: number | undefined,
  qualifies: (read: ReadMoment) => boolean,
  evidence: (read: ReadMoment) => Evidence,
): Tally {
  let last: ReadMoment | null = null;
  return {
    take(moment) {
      if (moment.kind !== "read" || !qualifies(moment)) return false;
      last = moment;
      return true;
    },
    judge: (at) => (last && isWithin(last.at, at, withinDays) ? evidence(last) : null),
  };
}

/** Moments of a window, the oldest leaving as time goes by: each is taken and dropped once. */
function windowOf<T extends { at: number }>(withinDays: number | undefined) {
  const kept: T[] = [];
  let first = 0;
  return {
    push: (item: T) => kept.push(item),
    /** Drops what is too old, and hands it over. */
    pass(now: number, dropped: (item: T) => void) {
      for (
        let item = kept[first];
        item && !isWithin(item.at, now, withinDays);
        item = kept[first]
      ) {
        dropped(item);
        first++;
      }
    },
    size: () => kept.length - first,
    last: () => kept[kept.length - 1],
  };
}

function counting(
  atLeast: number,
  withinDays: number | undefined,
  counts: (moment: Moment) => boolean,
  evidence: (count: number, at: number) => Evidence,
): Tally {
  const seen = windowOf<Moment>(withinDays);
  return {
    take(moment) {
      if (!counts(moment)) return false;
      seen.push(moment);
      return true;
    },
    judge(at) {
      seen.pass(at, () => {});
      const count = seen.size();
      return count >= atLeast ? evidence(count, seen.last()?.at ?? at) : null;
    },
  };
}

function engagedSum(
  atLeastMs: number,
  withinDays: number | undefined,
  about: About,
  matches: (moment: Moment) => boolean,
): Tally {
  const seen = windowOf<ReadMoment>(withinDays);
  let ms = 0;
  return {
    take(moment) {
      if (moment.kind !== "read" || !matches(moment)) return false;
      seen.push(moment);
      ms += moment.engagedMs;
      return true;
    },
    judge(at) {
      seen.pass(at, (read) => {
        ms -= read.engagedMs;
      });
      if (ms < atLeastMs || seen.size() === 0) return null;
      return { kind: "engaged-sum", about, ms, visits: seen.size(), at: seen.last()?.at ?? at };
    },
  };
}

function section(condition: Condition & { kind: "section" }): Tally {
  const { contentId, sectionId, atLeastMs, times = 1, withinDays } = condition;
  const spentIn = (moment: Moment) =>
    moment.kind === "read" && moment.contentId === contentId
      ? (moment.sections[sectionId] ?? 0)
      : 0;
  let ms = 0;
  const counted = counting(
    times,
    withinDays,
    (moment) => {
      const spent = spentIn(moment);
      if (spent === 0 || spent < atLeastMs) return false;
      ms = spent;
      return true;
    },
    (count, at) => ({ kind: "section", contentId, sectionId, ms, times: count, at }),
  );
  return counted;
}

/** Read not long ago. It only filters: by itself it would give points for any glance. */
function recency(withinDays: number, about: About, counts: (moment: Moment) => boolean): Tally {
  let last: number | null = null;
  return {
    take(moment) {
      if (counts(moment)) last = moment.at;
      return false;
    },
    judge: (at) =>
      last !== null && isWithin(last, at, withinDays) ? { kind: "recency", about, at: last } : null,
  };
}

function comingBack(afterDays: number, about: About, counts: (moment: Moment) => boolean): Tally {
  let last: number | null = null;
  let returned: { at: number; days: number } | null = null;
  return {
    take(moment) {
      if (!counts(moment)) return false;
      const gap = last === null ? 0 : (moment.at - last) / DAY_MS;
      last = moment.at;
      if (gap < afterDays) return false;
      returned = { at: moment.at, days: Math.floor(gap) };
      return true;
    },
    judge: (at) => (returned && returned.at === at ? { kind: "return", about, ...returned } : null),
  };
}
