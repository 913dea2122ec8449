/** From what somebody did to the reasons to turn to them today. */
import { DAY_MS } from "../local-time.ts";
import type { Moment, ReadMoment } from "../tags/moment.ts";
import type { Reason } from "./reason.ts";

/** News of the last days; older ones were on a list before. */
const news = 3 * DAY_MS;
/** Passing on is known by the day alone. */
const passedOnNews = 7 * DAY_MS;
const longReadMs = 180_000;
const sectionMs = 10_000;
const sectionWindow = 14 * DAY_MS;
const awayDays = 14;

/**
 * What speaks for turning to somebody, one reason a kind, each with the newest evidence. Nothing that is not
 * news: the same finding is a reason for three days, passing on for seven.
 *
 * @param isRising by the relationship's own measure
 */
export function reasonsFor(history: readonly Moment[], isRising: boolean, now: number): Reason[] {
  const reads = history
    .filter((moment): moment is ReadMoment => moment.kind === "read" && moment.at <= now)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const found = [
    longRead(reads, now),
    sectionAgain(reads, now),
    cameBack(reads, now),
    passedOn(history, now),
    isRising ? rising(reads, now) : null,
  ];
  return found.filter((reason) => reason !== null);
}

const isNews = (at: number, now: number) => now - at <= news;

function longRead(reads: readonly ReadMoment[], now: number): Reason | null {
  const long = reads.filter((read) => isNews(read.at, now) && read.engagedMs >= longReadMs);
  const [longest] = long.toSorted((a, b) => b.engagedMs - a.engagedMs || b.at - a.at);
  if (!longest) return null;
  const { at, id, contentId, engagedMs } = longest;
  return { kind: "long-read", at, visitIds: [id], contentId, engagedMs };
}

/** Of several sections the one read most often, then the one read longest. */
function sectionAgain(reads: readonly ReadMoment[], now: number): Reason | null {
  const seen = new Map<
    string,
    { reads: ReadMoment[]; ms: number; contentId: string; sectionId: string }
  >();
  for (const read of reads) {
    if (now - read.at > sectionWindow) continue;
    for (const [sectionId, ms] of Object.entries(read.sections)) {
      if (ms < sectionMs) continue;
      const key = `${read.contentId} ${sectionId}`;
      const known = seen.get(key) ?? { reads: [], ms: 0, contentId: read.contentId, sectionId };
      known.reads.push(read);
      known.ms += ms;
      seen.set(key, known);
    }
  }
  const again = [...seen.values()].filter(
    (section) => section.reads.length > 1 && isNews(section.reads.at(-1)?.at ?? 0, now),
  );
  const [most] = again.sort(
    (a, b) =>
      b.reads.length - a.reads.length || b.ms - a.ms || (a.sectionId < b.sectionId ? -1 : 1),
  );
  if (!most) return null;
  const { reads: own, contentId, sectionId } = most;
  return {
    kind: "section-again",
    at: own.at(-1)?.at ?? now,
    visitIds: own.map(({ id }) => id),
    contentId,
    sectionId,
    times: own.length,
  };
}

function cameBack(reads: readonly ReadMoment[], now: number): Reason | null {
  const at = reads.findLastIndex((read, index) => {
    const before = reads[index - 1];
    return before !== undefined && read.at - before.at >= awayDays * DAY_MS;
  });
  const [back, before] = [reads[at], reads[at - 1]];
  if (!back || !before || !isNews(back.at, now)) return null;
  const afterDays = Math.floor((back.at - before.at) / DAY_MS);
  return {
    kind: "came-back",
    at: back.at,
    visitIds: [back.id],
    contentId: back.contentId,
    afterDays,
  };
}

/** Readers are counted and never named. */
function passedOn(history: readonly Moment[], now: number): Reason | null {
  const through = history.filter(
    (moment) => moment.kind === "reshare" && moment.at <= now && now - moment.at <= passedOnNews,
  );
  const byContent = [...Map.groupBy(through, ({ contentId }) => contentId)];
  byContent.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const [most] = byContent;
  if (!most) return null;
  const [ofContent, own] = most;
  const at = Math.max(...own.map((moment) => moment.at));
  return { kind: "passed-on", at, visitIds: [], contentId: ofContent, readers: own.length };
}

/** Of somebody who was there before: whoever is new reads more than a fortnight ago anyway. */
function rising(reads: readonly ReadMoment[], now: number): Reason | null {
  const lately = reads.filter((read) => now - read.at <= sectionWindow);
  const last = lately.at(-1);
  const wasThere = lately.length < reads.length;
  if (!last || !wasThere || lately.length < 2 || !isNews(last.at, now)) return null;
  return {
    kind: "rising",
    at: last.at,
    visitIds: lately.map(({ id }) => id),
    contentId: last.contentId,
    visits: lately.length,
  };
}

/** The topic that was read longest in the last fortnight, ties by name; null where nothing has one. */
export function topicOf(history: readonly Moment[], now: number): string | null {
  const spent = new Map<string, number>();
  for (const moment of history) {
    if (moment.kind !== "read" || moment.at > now || now - moment.at > sectionWindow) continue;
    for (const topic of moment.topics) {
      spent.set(topic, (spent.get(topic) ?? 0) + moment.engagedMs);
    }
  }
  const [most] = [...spent].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
