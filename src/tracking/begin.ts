/**
 * When a visit began, where it is told more than once. A page without a token of use says with each message how long
 * it has been read, and the time that the message takes to arrive moves the beginning which follows from that: at the
 * turn of a quarter-hour, by which a visit's row is found, into another one.
 */
import {
  between,
  day,
  duration,
  earlier,
  type Instant,
  instant,
  larger,
  later,
  minute,
  quarter,
  quarterHour,
  smaller,
  times,
} from "../domain/units.ts";
import type { VisitClaims } from "../domain/visit.ts";
import { MAX_READ_BEFORE_MS } from "./protocol.ts";

type Begin = Pick<VisitClaims, "issuedAt" | "mintedAt">;

/** What two messages of a page are at most apart in the time that they take. */
const slowest = times(2, minute);

/**
 * The quarter-hours where the row of a visit may stand, the one that its claims say in front. Who has read for longer
 * than is believed may have begun at any time of the day that a token lives.
 */
export function possibleQuarters({ issuedAt, mintedAt }: Begin): Instant[] {
  const isCut = between(issuedAt, mintedAt) >= MAX_READ_BEFORE_MS;
  const first = quarterHour(earlier(issuedAt, isCut ? day : slowest));
  const last = quarterHour(later(issuedAt, slowest));
  const told = quarterHour(issuedAt);
  const others: Instant[] = [];
  for (let at = last; at >= first; at = earlier(at, quarter)) if (at !== told) others.push(at);
  return [told, ...others];
}

/** The same claims with the beginning moved into a quarter-hour, no further than it has to be. */
export function begunIn<C extends Begin>(claims: C, start: Instant): C {
  const end = instant(later(start, quarter) - duration(1));
  return { ...claims, issuedAt: smaller(larger(claims.issuedAt, start), end) };
}
