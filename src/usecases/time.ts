import {
  between,
  day,
  earlier,
  hour,
  type Instant,
  instant,
  later,
  quarter,
  times,
} from "../domain/units.ts";
import { dateOf } from "../insight/local-time.ts";
import { invalidField } from "./errors.ts";
import { clockIn } from "./readers/clock.ts";

/** An RFC 3339 UTC time. */
export function rfc3339(at: Instant): string {
  return new Date(at).toISOString();
}

/** The same, for a time that may be missing. */
export function rfc3339OrNull(at: Instant | null): string | null {
  return at === null ? null : rfc3339(at);
}

/** Reads a time that a route's schema has found to be RFC 3339. */
export function instantOf(text: string): Instant {
  return instant(Date.parse(text));
}

/** How far ahead something may be set to happen; what lies further off is a slip of the hand. */
export const farthest = { year: times(366, day), tenYears: times(3653, day) } as const;

/**
 * Reads an RFC 3339 time that has not passed yet and is not farther off than it may be. Throws `invalid` naming the
 * field.
 */
export function readFuture(
  field: string,
  text: string | null | undefined,
  now: Instant,
  within: keyof typeof farthest = "tenYears",
): Instant | null {
  if (text === null || text === undefined) return null;
  const at = instantOf(text);
  if (Number.isNaN(at) || at <= now) {
    throw invalidField(field, "Choose a time that has not passed yet.");
  }
  if (between(now, at) <= farthest[within]) return at;
  throw within === "year"
    ? invalidField(field, "Choose a time at most one year ahead.")
    : invalidField(field, "Choose a time at most ten years ahead.");
}

/**
 * Reads a time, or a date, which stands for its first moment in a timezone. A "+" that came bare in an address
 * reads as a space. Throws `invalid` naming the field for a date that does not exist.
 */
export function readTime(
  field: string,
  text: string | undefined,
  timezone: string,
): Instant | undefined {
  if (text === undefined) return undefined;
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
  const at = isDate
    ? startOfDate(text, timezone)
    : instantOf(text.replace(/ (?=\d\d:?\d\d$)/, "+"));
  const isThere = isInCalendar(text);
  if (!Number.isNaN(at) && isThere) return at;
  const isMonth = !Number.isNaN(Date.parse(`${text.slice(0, "2026-11".length)}-01`));
  if (!isThere && isMonth) {
    throw invalidField(
      field,
      "This month has no such day. Use a time such as 2026-11-01T08:00:00+08:00, or a date such as 2026-11-01.",
    );
  }
  throw invalidField(
    field,
    "Use a time such as 2026-11-01T08:00:00+08:00, or a date such as 2026-11-01.",
  );
}

/**
 * Reads a period: from its first moment to the first that is none of it any more. Throws `invalid` naming the field, of a
 * period that holds no moment too: an empty answer would be taken for there being nothing.
 */
export function readPeriod(
  { since, until }: { since?: string | undefined; until?: string | undefined },
  timezone: string,
): { since: Instant | undefined; until: Instant | undefined } {
  const period = {
    since: readTime("since", since, timezone),
    until: readTime("until", until, timezone),
  };
  if (period.since !== undefined && period.until !== undefined && period.until <= period.since) {
    throw invalidField(
      "until",
      "Name a later time than since: until is the first moment that is left out, of a day the next one.",
    );
  }
  return period;
}

/** False of a time on a day that its month does not have: the platform takes it for one of the next month. */
function isInCalendar(text: string): boolean {
  const date = text.slice(0, "2026-11-01".length);
  const at = instantOf(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && rfc3339(at).startsWith(date);
}

/** The first moment of a date in a timezone; a zone's clock may skip midnight, then the first after it. */
function startOfDate(date: string, timezone: string): Instant {
  const utc = instantOf(`${date}T00:00:00Z`);
  if (Number.isNaN(utc)) return utc;
  // Zones are at most 14 hours ahead of UTC and 12 behind, in steps of a quarter-hour.
  const clock = clockIn(timezone);
  let at = earlier(utc, times(15, hour));
  while (dateOf(clock(at).day) < date) at = later(at, quarter);
  return at;
}

/** What a timezone's clocks show at a moment, as 2026-11-27T09:00. */
export function shownIn(timezone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: timezone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return (at) => format.format(at).replace(" ", "T");
}

/**
 * The moment at which a timezone's clocks first show a time such as 2026-11-27T09:00; of one that they skip, the
 * first after it. Throws `invalid` naming the field for what is no such time.
 */
export function readShown(field: string, text: string, timezone: string): Instant {
  const utc = instantOf(`${text}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) || Number.isNaN(utc) || !isInCalendar(text)) {
    throw invalidField(field, "Choose a date and a time.");
  }
  const shown = shownIn(timezone);
  let at = earlier(utc, times(15, hour));
  while (shown(at) < text) at = later(at, quarter);
  return at;
}
