/**
 * Moments and spans of time, both in whole milliseconds and told apart by the compiler: a plain number
 * becomes one only through {@link instant} or {@link duration}, and the arithmetic below says which
 * comes out. Comparing two of a kind needs no help.
 */

declare const unit: unique symbol;

/** A moment: milliseconds since the epoch, UTC. */
export type Instant = number & { readonly [unit]: "Instant" };
/** A span of time: milliseconds. */
export type Duration = number & { readonly [unit]: "Duration" };

export function instant(msSinceEpoch: number): Instant {
  return msSinceEpoch as Instant;
}

export function duration(ms: number): Duration {
  return ms as Duration;
}

export const second = duration(1000);
export const minute = duration(60_000);
/** The finest time that is kept of who did not agree to more. */
export const quarter = duration(15 * 60_000);
export const hour = duration(60 * 60_000);
export const day = duration(24 * 60 * 60_000);

export function times(count: number, span: Duration): Duration {
  return duration(count * span);
}

/** Whole seconds of a span, as caches and cookies count them. */
export function inSeconds(span: Duration): number {
  return Math.round(span / second);
}

export function later(at: Instant, span: Duration): Instant {
  return instant(at + span);
}

export function earlier(at: Instant, span: Duration): Instant {
  return instant(at - span);
}

/** From the first to the second; negative where the second is the earlier. */
export function between(from: Instant, to: Instant): Duration {
  return duration(to - from);
}

/** The larger of two moments, spans, counts or words, of their kind. */
export function larger<T extends number | string>(a: T, b: T): T {
  return a < b ? b : a;
}

export function smaller<T extends number>(a: T, b: T): T {
  return b < a ? b : a;
}

/** The start of the span of that length, counted from the epoch, that holds a moment. */
export function startOf(span: Duration, at: Instant): Instant {
  return instant(Math.floor(at / span) * span);
}

/** The start of the UTC quarter-hour that holds a moment. */
export function quarterHour(at: Instant): Instant {
  return startOf(quarter, at);
}
