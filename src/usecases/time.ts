import { type Instant, instant } from "../domain/units.ts";
import { invalidField } from "./errors.ts";

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

/** Reads an RFC 3339 time that has not passed yet. Throws `invalid` naming the field. */
export function readFuture(
  field: string,
  text: string | null | undefined,
  now: Instant,
): Instant | null {
  if (text === null || text === undefined) return null;
  const at = instantOf(text);
  if (Number.isNaN(at) || at <= now) {
    throw invalidField(field, "Use an RFC 3339 time that has not passed yet.");
  }
  return at;
}
