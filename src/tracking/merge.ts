/**
 * From beats to visits. Every figure of a visit is a total that only grows, so beats merge by MAX:
 * in any order, any number of times, by any number of consumers at once, with the same outcome. The
 * database does the same in one SQL statement; {@link mergeVisits} is its model.
 */

import { between, type Duration, duration, type Instant, larger } from "../domain/units.ts";
import type { VisitClaims, VisitTotals } from "../domain/visit.ts";
import type { App, Device } from "../domain/vocabulary.ts";
import { type Beat, CLOCK_SLACK_MS, checkpointsWithin, type Goal } from "./protocol.ts";

/** The totals of one beat after the server has cut them down to what can be true. */
export type ClampedTotals = Pick<
  VisitTotals,
  "seq" | "engagedMs" | "idleMs" | "trustMs" | "scroll" | "sections" | "wasCut"
> & {
  end: boolean;
  /** A program drives the browser, as it says itself. */
  isMachine: boolean;
  goal?: Goal;
};

/** What goes through the queue: a believable beat, what its token vouches for, and who sent it. */
export type BeatMessage = Omit<ClampedTotals, "isMachine"> & {
  claims: VisitClaims;
  receivedAt: Instant;
  device: Device;
  app: App;
  isBot: boolean;
};

/** What the beats of one visit come down to. */
export type FoldedVisit = VisitTotals & {
  /** Signed once with the visit's token, so they are the same in all of a visit's beats. */
  claims: VisitClaims;
  /** One a name, in order of name; of several values the largest. */
  goals: Goal[];
};

/**
 * How two accounts of a visit become one, a column at a time; {@link mergeVisits} and the statement that
 * the database merges by are both made of it.
 * - `grows`: the larger one; that it grew is worth a write.
 * - `grows each`: the same for each place of a list.
 * - `follows`: the larger one, written when something else is.
 * - `spans`: from the earlier beginning to the later last beat, so that tokens of one visit add up. The beginning is
 *   `lastBeatAt` less this column. Once it is enough for a read, more of it is not worth a write.
 * - `joins`: the bits of both; that one came is worth a write.
 * - `named`: what a beat said, not what an answer to the notice that came first left open; of several the
 *   larger, though honest beats of one visit never differ here.
 */
export type MergeRule = "grows" | "grows each" | "follows" | "spans" | "joins" | "named";

export const mergeRules: { readonly [Column in keyof VisitTotals]: MergeRule } = {
  lastBeatAt: "follows",
  engagedMs: "grows",
  idleMs: "grows",
  trustMs: "grows",
  scroll: "grows",
  sections: "grows each",
  seq: "grows",
  endSeq: "grows",
  wasCut: "grows",
  seenMs: "spans",
  heard: "joins",
  bot: "grows",
  app: "named",
  device: "named",
};

/**
 * Cuts a beat's totals to what can be true: engaged and idle time together to the time since the visit
 * began, as its token says (plus {@link CLOCK_SLACK_MS}); sections to those the content has, each and
 * their sum to the engaged time. A total that has passed more than twice the checkpoints that its beat's
 * number allows for was not told by our script: it stays what it is, but counts as cut.
 */
export function clampBeat(beat: Beat, claims: VisitClaims, now: Instant): ClampedTotals {
  const possibleMs = Math.max(0, between(claims.issuedAt, now)) + CLOCK_SLACK_MS;
  const engagedMs = duration(Math.min(beat.engagedMs, possibleMs));
  const known = beat.sections.slice(0, claims.sectionCount).map(duration);
  const sections = fitSections(known, engagedMs);
  const totals: ClampedTotals = {
    seq: beat.seq,
    end: beat.end,
    isMachine: beat.isMachine,
    engagedMs,
    idleMs: duration(Math.min(beat.idleMs, possibleMs - engagedMs)),
    trustMs: duration(Math.min(beat.trustMs, engagedMs)),
    scroll: Math.min(1000, Math.max(0, beat.scroll)),
    sections: withoutTrailingZeros(sections),
    wasCut: sections !== known || engagedMs < beat.engagedMs || isOutOfStep(beat.seq, engagedMs),
  };
  if (beat.goal) totals.goal = beat.goal;
  return totals;
}

/** The page counts a beat at every checkpoint, whether it arrives or not; half are forgiven. */
function isOutOfStep(seq: number, engagedMs: number): boolean {
  return 2 * (seq + 1) < checkpointsWithin(engagedMs);
}

/**
 * Sections that together are no more than the total: the same list where they are, else each scaled down.
 * Beats merge section by section, so those of a forged or cut visit can sum above its total.
 */
export function fitSections(sections: readonly Duration[], engagedMs: Duration) {
  const sum = sections.reduce<number>((total, ms) => total + ms, 0);
  // Each section was rounded by itself on the page: up to 1 ms apiece is not a lie.
  if (sum <= engagedMs + sections.length) return sections;
  return sections.map((ms) => duration(Math.floor((ms * engagedMs) / sum)));
}

/** What a batch says of each visit, in order of first appearance. */
export function foldBeats(messages: Iterable<BeatMessage>): FoldedVisit[] {
  const visits = new Map<string, FoldedVisit>();
  for (const message of messages) {
    const visit = visitOf(message);
    const seen = visits.get(visit.claims.visitId);
    visits.set(visit.claims.visitId, seen ? mergeVisits(seen, visit) : visit);
  }
  return [...visits.values()];
}

/** A visit of which one beat is known. */
export function visitOf(message: BeatMessage): FoldedVisit {
  const { claims, receivedAt, seq, end, engagedMs, idleMs, trustMs, scroll, sections } = message;
  const { wasCut, app, device } = message;
  return {
    claims,
    lastBeatAt: receivedAt,
    engagedMs,
    idleMs,
    trustMs,
    scroll,
    sections: withoutTrailingZeros(sections),
    seq,
    endSeq: end ? seq : 0,
    wasCut,
    seenMs: duration(Math.max(0, between(claims.mintedAt, receivedAt))),
    heard: heardAs(seq),
    bot: message.isBot,
    app,
    device,
    goals: message.goal ? [message.goal] : [],
  };
}

/** The bit of a beat's sequence number; none for what is no beat. */
function heardAs(seq: number): number {
  return seq === 0 ? 0 : 1 << ((seq - 1) % 30);
}

/** Two accounts of one visit as one. Commutative, associative, idempotent, never smaller. */
export function mergeVisits(a: FoldedVisit, b: FoldedVisit): FoldedVisit {
  if (a.claims.visitId !== b.claims.visitId) throw new RangeError("Two visits cannot be merged");
  const columns = Object.keys(mergeRules) as (keyof VisitTotals)[];
  const totals = Object.fromEntries(columns.map((column) => [column, merged(column, a, b)]));
  return {
    ...(totals as VisitTotals),
    claims: a.claims,
    goals: mergeGoals(a.goals, b.goals),
  };
}

function merged(column: keyof VisitTotals, a: VisitTotals, b: VisitTotals): unknown {
  switch (mergeRules[column]) {
    case "grows each":
      return largerEach(a[column] as Duration[], b[column] as Duration[]);
    case "spans":
      return seenOf(a, b);
    case "joins":
      return (a[column] as number) | (b[column] as number);
    case "named":
      if (a.seq > 0 !== b.seq > 0) return a.seq > 0 ? a[column] : b[column];
      return larger(a[column] as string, b[column] as string);
    default:
      // Of two marks the set one: true is the larger.
      return larger(a[column] as number, b[column] as number);
  }
}

/** What the server saw pass of both: a page whose openings are slow gets a token with each, and tells little by any. */
function seenOf(a: VisitTotals, b: VisitTotals): number {
  const begun = Math.min(a.lastBeatAt - a.seenMs, b.lastBeatAt - b.seenMs);
  return larger(a.lastBeatAt, b.lastBeatAt) - begun;
}

function largerEach(a: readonly Duration[], b: readonly Duration[]): Duration[] {
  const [longer, shorter] = a.length < b.length ? [b, a] : [a, b];
  return longer.map((ms, at) => larger(ms, shorter[at] ?? ms));
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
