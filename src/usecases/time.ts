import type { Ms } from "../storage/ids.ts";

/** An RFC 3339 UTC time. */
export function rfc3339(at: Ms): string {
  return new Date(at).toISOString();
}

/** The same, for a time that may be missing. */
export function rfc3339OrNull(at: Ms | null): string | null {
  return at === null ? null : rfc3339(at);
}

/** The start of the UTC quarter-hour that holds a time. */
export function quarterHour(at: Ms): Ms {
  const quarter = 15 * 60_000;
  return Math.floor(at / quarter) * quarter;
}
