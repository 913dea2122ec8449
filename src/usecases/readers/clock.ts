import { earlier, type Instant, instant, later, quarter, quarterHour } from "../../domain/units.ts";
import { DAY_MS, type LocalClock } from "../../insight/local-time.ts";

/**
 * The wall clock of a timezone. What a zone is ahead of UTC is asked for once a quarter-hour, since asking is
 * slow and no zone in use changes within one.
 */
export function clockIn(timezone: string): LocalClock {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const ahead = new Map<Instant, number>();
  const aheadAt = (at: Instant) => {
    const known = ahead.get(at);
    if (known !== undefined) return known;
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const local = Date.UTC(
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
    );
    ahead.set(at, local - at);
    return local - at;
  };
  return (at) => {
    const local = at + aheadAt(quarterHour(instant(at)));
    const day = Math.floor(local / DAY_MS);
    return { day, minute: Math.floor((local - day * DAY_MS) / 60_000) };
  };
}

/**
 * A period widened to whole days: of readers who did not agree sums are told by the day, and a shorter period would be
 * when one of them came.
 */
export function wholeDays<Bound extends Instant | undefined>(
  { since, until }: { since: Bound; until: Bound },
  clock: LocalClock,
): { since: Bound | Instant; until: Bound | Instant } {
  return {
    since: since === undefined ? since : startOfDay(since, clock),
    until: until === undefined ? until : startOfNextDay(instant(until - 1), clock),
  };
}

/** The first moment of the day that a clock shows at a moment. */
export function startOfDay(at: Instant, clock: LocalClock): Instant {
  const { day } = clock(at);
  let start = quarterHour(at);
  while (clock(earlier(start, quarter)).day === day) start = earlier(start, quarter);
  return start;
}

function startOfNextDay(at: Instant, clock: LocalClock): Instant {
  const { day } = clock(at);
  let start = quarterHour(at);
  while (clock(start).day === day) start = later(start, quarter);
  return start;
}
