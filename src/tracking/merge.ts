/**
 * From beats to visits. Every figure of a visit is a total that only grows, so beats merge by MAX:
 * in any order, any number of times, by any number of consumers at once, with the same outcome. The
 * database does the same in one SQL statement; {@link mergeVisits} is its model.
 */

import {
  between,
  type Duration,
  duration,
  type Instant,
  larger,
  second,
  smaller,
  times,
} from "../domain/units.ts";
import type { VisitClaims } from "../domain/visit.ts";
import type { App, Device } from "../domain/vocabulary.ts";
import type { Beat, Goal } from "./protocol.ts";

/** How far a page may be ahead of the time the server saw pass: two locations' clocks differ. */
export const CLOCK_SLACK_MS = times(2, second);

/** The totals of one beat after the server has cut them down to what can be true. */
export interface ClampedTotals {
  seq: number;
  end: boolean;
  engagedMs: Duration;
  scroll: number;
  sections: Duration[];
  /** Something was too much to be true and was cut. */
  wasCut: boolean;
  goal?: Goal;
}

/** What goes through the queue: a believable beat, what its token vouches for, and who sent it. */
export interface BeatMessage extends ClampedTotals {
  claims: VisitClaims;
  receivedAt: Instant;
  device: Device;
  app: App;
  isBot: boolean;
}

/** One visit as far as known; what the database holds in one row. */
export interface VisitRow {
  /** Signed once with the visit's token, so they are the same in all of a visit's beats. */
  claims: VisitClaims;
  firstSeen: Instant;
  lastSeen: Instant;
  /** Highest sequence number seen. */
  seq: number;
  /** Highest sequence number of a beat sent with the clock standing; 0 when there was none. */
  endSeq: number;
  engagedMs: Duration;
  scroll: number;
  /** ms by section ordinal, no trailing zeros. */
  sections: Duration[];
  wasCut: boolean;
  isBot: boolean;
  device: Device;
  app: App;
  /** One a name, in order of name; of several values the largest. */
  goals: Goal[];
}

/**
 * Cuts a beat's totals to what can be true: engaged time to the time since the token was issued (plus
 * {@link CLOCK_SLACK_MS}), sections to those the content has, each and their sum to the engaged time.
 */
export function clampBeat(beat: Beat, claims: VisitClaims, now: Instant): ClampedTotals {
  const possibleMs = Math.max(0, between(claims.issuedAt, now)) + CLOCK_SLACK_MS;
  const engagedMs = duration(Math.min(beat.engagedMs, possibleMs));
  const known = beat.sections.slice(0, claims.sectionCount);
  const sum = known.reduce((total, ms) => total + ms, 0);
  // Each section was rounded by itself on the page: up to 1 ms apiece is not a lie.
  const isTooMuch = sum > engagedMs + known.length;
  const sections = isTooMuch ? known.map((ms) => Math.floor((ms * engagedMs) / sum)) : known;
  const totals: ClampedTotals = {
    seq: beat.seq,
    end: beat.end,
    engagedMs,
    scroll: Math.min(1000, Math.max(0, beat.scroll)),
    sections: withoutTrailingZeros(sections.map(duration)),
    wasCut: isTooMuch || engagedMs < beat.engagedMs,
  };
  if (beat.goal) totals.goal = beat.goal;
  return totals;
}

/** One row per visit, in order of first appearance. */
export function foldBeats(messages: Iterable<BeatMessage>): VisitRow[] {
  const rows = new Map<string, VisitRow>();
  for (const message of messages) {
    const row = visitOf(message);
    const seen = rows.get(message.claims.visitId);
    rows.set(message.claims.visitId, seen ? mergeVisits(seen, row) : row);
  }
  return [...rows.values()];
}

/** A visit of which one beat is known. */
export function visitOf(message: BeatMessage): VisitRow {
  const { claims, receivedAt, seq, end, engagedMs, scroll, sections } = message;
  return {
    claims,
    firstSeen: receivedAt,
    lastSeen: receivedAt,
    seq,
    endSeq: end ? seq : 0,
    engagedMs,
    scroll,
    sections: withoutTrailingZeros(sections),
    wasCut: message.wasCut,
    isBot: message.isBot,
    device: message.device,
    app: message.app,
    goals: message.goal ? [message.goal] : [],
  };
}

/** Two accounts of one visit as one. Commutative, associative, idempotent, never smaller. */
export function mergeVisits(a: VisitRow, b: VisitRow): VisitRow {
  if (a.claims.visitId !== b.claims.visitId) throw new RangeError("Two visits cannot be merged");
  const [longer, shorter] = a.sections.length < b.sections.length ? [b, a] : [a, b];
  return {
    claims: a.claims,
    firstSeen: smaller(a.firstSeen, b.firstSeen),
    lastSeen: larger(a.lastSeen, b.lastSeen),
    seq: Math.max(a.seq, b.seq),
    endSeq: Math.max(a.endSeq, b.endSeq),
    engagedMs: larger(a.engagedMs, b.engagedMs),
    scroll: Math.max(a.scroll, b.scroll),
    sections: longer.sections.map((ms, at) => larger(ms, shorter.sections[at] ?? ms)),
    wasCut: a.wasCut || b.wasCut,
    isBot: a.isBot || b.isBot,
    // MAX over text, as the database does it; honest beats of one visit never differ here.
    device: larger(a.device, b.device),
    app: larger(a.app, b.app),
    goals: mergeGoals(a.goals, b.goals),
  };
}

function mergeGoals(a: Goal[], b: Goal[]): Goal[] {
  const best = new Map<string, Goal>();
  for (const goal of [...a, ...b]) {
    const seen = best.get(goal.name);
    if (
      !seen ||
      (goal.value ?? Number.NEGATIVE_INFINITY) > (seen.value ?? Number.NEGATIVE_INFINITY)
    ) {
      best.set(goal.name, goal);
    }
  }
  return [...best.values()].sort((x, y) => (x.name < y.name ? -1 : 1));
}

function withoutTrailingZeros(sections: readonly Duration[]): Duration[] {
  return sections.slice(0, sections.findLastIndex((ms) => ms > 0) + 1);
}
