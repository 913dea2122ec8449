import { type Instant, instant } from "../domain/units.ts";

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
