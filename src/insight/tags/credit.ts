/** From what somebody did to what a rule gives them for it. */
import { DAY_MS, type LocalClock } from "../local-time.ts";
import type { Evidence } from "./evidence.ts";
import { inOrder, type Moment } from "./moment.ts";
import { conditionsOf, isPerTopic, type Rule, type RuleVersion, tagFor } from "./rule.ts";
import { isSensitive } from "./sensitive.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** Points that one moment earned somebody, and what for. */
export type Credit = {
  readonly tag: string;
  /** The moment's id. */
  readonly source: string;
  readonly at: number;
  /** After the cap of the day. */
  readonly points: number;
  readonly evidence: readonly Evidence[];
};

/** What a rule gave before: it counts towards the day's cap and the cooldown, and is not judged again. */
export type Given = Pick<Credit, "tag" | "at" | "points">;

/** The part of a rule version that decides about points. */
export type Crediting = Omit<Rule, "use" | "notify"> & Pick<RuleVersion, "since" | "until">;

/**
 * All that a rule gives one viewer, from the whole of their history. The outcome depends on nothing
 * else: however often and in whatever order visits close and are corrected, the same history ends in
 * the same credits. One pass; a moment costs as many steps as the rule has conditions and the history topics.
 *
 * @param given by earlier versions of the rule, and for what is no longer part of the history
 */
export function creditsOf(
  rule: Crediting,
  history: readonly Moment[],
  clock: LocalClock,
  given: readonly Given[] = [],
): Credit[] {
  const judged = { moments: inOrder(history), clock, given };
  const { moments } = judged;
  if (!isPerTopic(rule)) return creditsFor(rule, null, judged);
  const topics = [...new Set(moments.flatMap((moment) => moment.topics))].sort();
  return topics
    .filter((topic) => rule.sensitive === true || !isSensitive(topic))
    .flatMap((topic) => creditsFor(rule, topic, judged));
}

type Judged = { moments: readonly Moment[]; clock: LocalClock; given: readonly Given[] };

function creditsFor(
  rule: Crediting,
  topic: string | null,
  { moments, clock, given }: Judged,
): Credit[] {
  const tag = tagFor(rule, topic);
  const before = given.filter((credit) => credit.tag === tag && credit.points !== 0);
  const tallies = conditionsOf(rule.when).map((condition) => tallyOf(condition, topic));
  const mustAll = "all" in rule.when;
  const credits: Credit[] = [];
  let lastAt = Math.max(...before.map(({ at }) => at));
  let day = Number.NaN;
  let givenToday = 0;
  for (const moment of moments) {
    const evidence = matchOf(tallies, mustAll, moment);
    if (!evidence || !isEffective(rule, moment.at) || isCooling(rule, lastAt, moment.at)) continue;
    const today = clock(moment.at).day;
    if (today !== day) {
      day = today;
      givenToday = pointsOn(today, before, clock);
    }
    const points = capped(rule.points, givenToday, rule.perDay);
    if (points === 0) continue;
    givenToday += points;
    lastAt = moment.at;
    credits.push({ tag, source: moment.id, at: moment.at, points, evidence });
  }
  return credits;
}

/** What the conditions found, if they are met and this moment has to do with it. */
function matchOf(tallies: readonly Tally[], mustAll: boolean, moment: Moment): Evidence[] | null {
  const touched = tallies.map((tally) => tally.take(moment));
  if (!touched.includes(true)) return null;
  const found = tallies.map((tally) => tally.judge(moment.at));
  const met = found.flatMap((evidence, at) =>
    evidence && (mustAll || touched[at]) ? [evidence] : [],
  );
  if (mustAll && met.length < tallies.length) return null;
  const speaks = found.some((evidence, at) => evidence && touched[at]);
  return speaks ? met : null;
}

/** Visits before a version's time still count as what somebody did, but earn nothing. */
function isEffective({ since, until }: Crediting, at: number): boolean {
  return (since === null || at >= since) && (until === null || at < until);
}

/** @param lastAt when the rule last gave the tag points; -Infinity where it never did */
function isCooling(rule: Crediting, lastAt: number, at: number): boolean {
  return at - lastAt < rule.cooldownDays * DAY_MS;
}

function pointsOn(day: number, given: readonly Given[], clock: LocalClock): number {
  return given.reduce((sum, { at, points }) => (clock(at).day === day ? sum + points : sum), 0);
}

/** What is left of the day's cap; rules may give or take. */
function capped(points: number, given: number, perDay: number | undefined): number {
  if (perDay === undefined) return points;
  const left = Math.max(0, perDay - Math.abs(given));
  return Math.sign(points) * Math.min(Math.abs(points), left);
}
