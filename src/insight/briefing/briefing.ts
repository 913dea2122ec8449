/** A sender's list for the day: the same day, the same list. */
import type { LeftOut, Purpose } from "../../domain/vocabulary.ts";
import { DAY_MS } from "../local-time.ts";
import { type PastLine, precisionOf, type ReasonPrecision } from "./precision.ts";
import type { Reason } from "./reason.ts";

/** Somebody who might be on the list, with what is known as of that day. */
export type Candidate = {
  readonly viewerId: string;
  readonly reasons: readonly Reason[];
  readonly topic: string | null;
  readonly purpose: Purpose;
  /** In the middle third and rising: the most winnable. */
  readonly isRisingMiddle: boolean;
  /** When the sender last turned to them because of a list; null never. */
  readonly contactedAt: number | null;
  readonly snoozedUntil: number | null;
};

export type BriefingItem = Omit<Candidate, "contactedAt" | "snoozedUntil"> & {
  /** Expected chance that a talk leads to something, with freshness, 0..1. */
  readonly score: number;
  readonly lastSeenAt: number;
};

export type Briefing = {
  readonly items: readonly BriefingItem[];
  readonly hidden: readonly { readonly viewerId: string; readonly reason: LeftOut }[];
  /** The record of each reason that anybody has today. */
  readonly precision: readonly ReasonPrecision[];
};

export const MOST_ITEMS = 10;
/** Nobody is called upon again within so many days. */
const restDays = 3;
/** While there are others, no topic takes more of the list. */
const mostOfTopic = 4;
const freshHalfLife = 3 * DAY_MS;
const risingBonus = 1.25;

/**
 * Chooses at most ten. A line is worth the chance that any of its reasons leads to something – each by its
 * own record in this workspace, fading with a half-life of three days – and a quarter more for the
 * rising middle. Ties go by id. Who is left out by the cap alone is what the record is compared with.
 */
export function briefingOf(
  candidates: readonly Candidate[],
  past: readonly PastLine[],
  now: number,
): Briefing {
  const precision = recordsOf(candidates, past);
  const records = new Map(precision.map((record) => [record.kind, record]));
  const hidden: { viewerId: string; reason: LeftOut }[] = [];
  const lines: BriefingItem[] = [];
  for (const candidate of candidates) {
    if (candidate.reasons.length === 0) continue;
    const { contactedAt, snoozedUntil, ...line } = candidate;
    const reasons = candidate.reasons.filter(({ kind }) => !records.get(kind)?.isHidden);
    const reason = leftOut({ contactedAt, snoozedUntil }, reasons, now);
    if (reason) hidden.push({ viewerId: line.viewerId, reason });
    else lines.push({ ...line, ...valued(reasons, records, line.isRisingMiddle, now) });
  }
  lines.sort(byScore);
  const items = mixed(lines);
  for (const line of lines) {
    if (!items.includes(line)) hidden.push({ viewerId: line.viewerId, reason: "cap" });
  }
  hidden.sort((a, b) => (a.viewerId < b.viewerId ? -1 : 1));
  return { items, hidden, precision };
}

/**
 * The people of a list that is made, valued by another record than the one that chose them: their order, their scores and
 * which of their reasons comes first are that record's.
 */
export function valuedAnew(
  items: readonly BriefingItem[],
  past: readonly PastLine[],
  now: number,
): BriefingItem[] {
  const records = new Map(recordsOf(items, past).map((record) => [record.kind, record]));
  return items
    .map((item) => ({ ...item, ...valued(item.reasons, records, item.isRisingMiddle, now) }))
    .sort(byScore);
}

/** The record of each reason that somebody has, in the order of its name. */
function recordsOf(
  lines: readonly Pick<Candidate, "reasons">[],
  past: readonly PastLine[],
): ReasonPrecision[] {
  const kinds = new Set(lines.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)));
  return [...kinds].sort().map((kind) => precisionOf(kind, past));
}

function byScore(a: BriefingItem, b: BriefingItem): number {
  return b.score - a.score || (a.viewerId < b.viewerId ? -1 : 1);
}

function leftOut(
  { contactedAt, snoozedUntil }: Pick<Candidate, "contactedAt" | "snoozedUntil">,
  reasons: readonly Reason[],
  now: number,
): LeftOut | null {
  if (snoozedUntil !== null && snoozedUntil > now) return "snoozed";
  if (contactedAt !== null && now - contactedAt < restDays * DAY_MS) return "contacted-lately";
  return reasons.length === 0 ? "reason-hidden" : null;
}

function valued(
  reasons: readonly Reason[],
  records: ReadonlyMap<string, ReasonPrecision>,
  isRisingMiddle: boolean,
  now: number,
) {
  const worth = ({ kind, at }: Reason) =>
    (records.get(kind)?.rate.mean ?? 0) * 2 ** (-Math.max(0, now - at) / freshHalfLife);
  const sorted = reasons.toSorted(
    (a, b) => worth(b) - worth(a) || b.at - a.at || (a.kind < b.kind ? -1 : 1),
  );
  // In their order, since the last digits of a product depend on it, and with them ties.
  const none = sorted.reduce((chance, reason) => chance * (1 - worth(reason)), 1);
  return {
    reasons: sorted,
    score: Math.min(1, (1 - none) * (isRisingMiddle ? risingBonus : 1)),
    lastSeenAt: Math.max(...reasons.map(({ at }) => at)),
  };
}

/** The best lines, one a person, topics mixed; what a topic has too much of fills up at the end. */
function mixed(lines: readonly BriefingItem[]): BriefingItem[] {
  const count = new Map<string, number>();
  const first: BriefingItem[] = [];
  const spare: BriefingItem[] = [];
  for (const line of lines) {
    const topic = line.topic ?? "";
    const taken = count.get(topic) ?? 0;
    count.set(topic, taken + 1);
    if (line.topic === null || taken < mostOfTopic) first.push(line);
    else spare.push(line);
  }
  const chosen = new Set([...first, ...spare].slice(0, MOST_ITEMS));
  return lines.filter((line) => chosen.has(line));
}
