/** What is a read, how far a visit's figures can be trusted, and when a visit is over. */
import { minute, second, times } from "../domain/units.ts";
import type { VisitTotals } from "../domain/visit.ts";
import type { Confidence } from "../domain/vocabulary.ts";

/** Quiet time, by the queue's own clock, after which a visit counts as over. */
export const CLOSE_AFTER_MS = times(90, second);
/** A closed visit is told to others only once it stayed closed this long. */
export const ANNOUNCE_AFTER_MS = times(10, minute);

/** What a visit's figures are worth; the words stand in domain/vocabulary.ts. */
export function confidenceOf(visit: Pick<VisitTotals, "seq" | "endSeq" | "wasCut">): Confidence {
  if (visit.wasCut) return "estimated";
  return visit.endSeq === visit.seq ? "complete" : "truncated";
}
