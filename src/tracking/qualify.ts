/** What is a read, how far a visit's figures can be trusted, and when a visit is over. */
import { type Duration, duration, second, times } from "../domain/units.ts";
import { type Counting, isDoubtful, tellsOfARead, type VisitTotals } from "../domain/visit.ts";
import type { Confidence } from "../domain/vocabulary.ts";

/** Quiet time, by the queue's own clock, after which a visit counts as over. */
export const CLOSE_AFTER_MS = times(90, second);
type Told = Pick<VisitTotals, "seq" | "endSeq" | "wasCut" | "engagedMs" | "idleMs" | "trustMs">;

/** What a visit's figures are worth, all that is known of it; the words stand in domain/vocabulary.ts. */
export function worthOf(visit: Told & Counting): Confidence {
  // Of a bot and of the sender themselves nobody doubts what they are.
  return tellsOfARead(visit) && isDoubtful(visit) ? "doubtful" : confidenceOf(visit);
}

/** The same by what the page told alone. */
export function confidenceOf(visit: Omit<Told, "engagedMs" | "trustMs">): Confidence {
  if (visit.wasCut) return "estimated";
  if (visit.idleMs > 0) return "idle";
  return visit.endSeq === visit.seq ? "complete" : "truncated";
}

/** Between what the true time lies; `atMostMs` is null where nobody can say. */
export type Bounds = { atLeastMs: Duration; atMostMs: Duration | null };

/**
 * The bounds of a visit's engaged time. Where the idle limit cut, the reader went at some time between
 * what they last did and the end. Whose page went without a word, or stands open with nothing done, may
 * have read on.
 */
export function boundsOf(visit: Told): Bounds {
  const { engagedMs, idleMs, trustMs, seq, endSeq } = visit;
  if (visit.wasCut) return { atLeastMs: duration(0), atMostMs: engagedMs };
  const atLeastMs = duration(Math.max(0, engagedMs - trustMs));
  return { atLeastMs, atMostMs: endSeq === seq ? duration(engagedMs + idleMs) : null };
}
