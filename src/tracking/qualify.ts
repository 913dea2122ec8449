/** What is a read, how far a visit's figures can be trusted, and when a visit is over. */
import type { VisitRow } from "./merge.ts";

export const READ_MIN_ENGAGED_MS = 1000;
/** Quiet time, by the queue's own clock, after which a visit counts as over. */
export const CLOSE_AFTER_MS = 90_000;
/** A closed visit is told to others only once it stayed closed this long. */
export const ANNOUNCE_AFTER_MS = 600_000;

/**
 * A visit that counts: its page ran JavaScript (it sent a beat), at least 1 s engaged, no bot, and
 * neither the sender's own look nor head office's preview.
 */
export function isRead(visit: Pick<VisitRow, "claims" | "engagedMs" | "isBot">): boolean {
  const { isOwn, isPreview, isBot } = visit.claims;
  return visit.engagedMs >= READ_MIN_ENGAGED_MS && !(isOwn || isPreview || isBot || visit.isBot);
}

export type Confidence = "complete" | "truncated" | "estimated";

/**
 * - `complete`: the newest beat was sent with the clock standing, so nothing is owed.
 * - `truncated`: the page went without a word; up to one checkpoint interval is missing.
 * - `estimated`: the page claimed more than can be true and was cut.
 */
export function confidenceOf(visit: Pick<VisitRow, "seq" | "endSeq" | "wasCut">): Confidence {
  if (visit.wasCut) return "estimated";
  return visit.endSeq === visit.seq ? "complete" : "truncated";
}

/**
 * Is a visit over? The watermark is the receiving time of the newest beat that has come out of the
 * queue, so that a queue or database that stands still closes nobody. A later beat reopens a visit.
 */
export function isClosed(visit: Pick<VisitRow, "lastSeenMs">, watermarkMs: number): boolean {
  return watermarkMs - visit.lastSeenMs >= CLOSE_AFTER_MS;
}
