/** How strongly a tag holds for somebody, at any instant, and what it is made of. */
import { DAY_MS } from "../local-time.ts";
import { type LedgerEntry, newest } from "./ledger.ts";
import { type RuleVersion, versionKey } from "./rule.ts";

/** The part of a rule version that a score needs. */
export type Scoring = Pick<
  RuleVersion,
  "ruleId" | "version" | "halfLifeDays" | "group" | "groupMin" | "groupMax"
>;

export type ScorePart = {
  readonly entry: LedgerEntry;
  /** What is left of its points. */
  readonly worth: number;
};

export type TagScore = {
  readonly tag: string;
  /** Rounded to a tenth. */
  readonly score: number;
  /** Largest first; together the score, but for what groups cut off or added. */
  readonly parts: readonly ScorePart[];
  /** What the groups' minimum and maximum changed; 0 where nothing. */
  readonly limited: number;
};

/** As of when, and as far as was known when. Without `knownAt`: with all that is known today. */
export type AsOf = {
  readonly at: number;
  readonly knownAt?: number;
};

/**
 * One viewer's tags at an instant, strongest first, ties by tag. Give the same instant as `at` and
 * `knownAt` to read what was shown then; leave `knownAt` out to read what would be shown by today's knowledge.
 */
export function scoresAt(
  entries: readonly LedgerEntry[],
  rules: readonly Scoring[],
  { at, knownAt }: AsOf,
): TagScore[] {
  const byVersion = new Map(rules.map((rule) => [versionKey(rule), rule]));
  const byTag = new Map<string, LedgerEntry[]>();
  for (const entry of newest(entries, knownAt)) {
    if (entry.points === 0 || entry.at > at || !byVersion.has(versionKey(entry))) continue;
    byTag.set(entry.tag, [...(byTag.get(entry.tag) ?? []), entry]);
  }
  return [...byTag]
    .map(([tag, found]) => scoreOf(tag, found, byVersion, at))
    .sort((a, b) => b.score - a.score || (a.tag < b.tag ? -1 : 1));
}

/** The same at several instants, each as it was shown then: a history of one tag. */
export function scoreHistory(
  tag: string,
  entries: readonly LedgerEntry[],
  rules: readonly Scoring[],
  instants: readonly number[],
): { at: number; score: number }[] {
  const own = entries.filter((entry) => entry.tag === tag);
  return instants.map((at) => ({
    at,
    score: scoresAt(own, rules, { at, knownAt: at })[0]?.score ?? 0,
  }));
}

function scoreOf(
  tag: string,
  entries: readonly LedgerEntry[],
  rules: ReadonlyMap<string, Scoring>,
  at: number,
): TagScore {
  const groups = new Map<string, Group>();
  const parts = entries.map((entry): ScorePart => {
    const rule = rules.get(versionKey(entry)) as Scoring;
    const worth = entry.points * remains(at - entry.at, rule.halfLifeDays);
    const name = rule.group ?? tag;
    const group = groups.get(name) ?? { sum: 0, min: -Infinity, max: Infinity };
    // Rules of one group that disagree: the tighter bound holds.
    groups.set(name, {
      sum: group.sum + worth,
      min: Math.max(group.min, rule.groupMin ?? -Infinity),
      max: Math.min(group.max, rule.groupMax ?? Infinity),
    });
    return { entry, worth };
  });
  parts.sort(
    (a, b) =>
      Math.abs(b.worth) - Math.abs(a.worth) ||
      b.entry.at - a.entry.at ||
      (a.entry.source < b.entry.source ? -1 : 1),
  );
  let whole = 0;
  let score = 0;
  for (const { sum, min, max } of groups.values()) {
    whole += sum;
    score += Math.max(Math.min(min, max), Math.min(max, sum));
  }
  return { tag, score: tenth(score), parts, limited: tenth(score - whole) };
}

type Group = {
  sum: number;
  min: number;
  max: number;
};

function remains(ageMs: number, halfLifeDays: number | null): number {
  return halfLifeDays === null ? 1 : 2 ** (-ageMs / (halfLifeDays * DAY_MS));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
