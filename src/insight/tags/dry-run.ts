/** What a rule would do to the people who are there, told before it does anything. */
import type { LocalClock } from "../local-time.ts";
import { counted, type Words } from "../words.ts";
import { type Credit, creditsOf } from "./credit.ts";
import { entriesToAppend } from "./ledger.ts";
import type { Moment } from "./moment.ts";
import type { Rule } from "./rule.ts";
import { scoresAt } from "./score.ts";

export type DryRunExample = {
  readonly viewerId: string;
  readonly tag: string;
  readonly score: number;
  /** The newest match. */
  readonly match: Credit;
};

/** A dry run as far as it got: plain data, so that a job can put it down and go on later. */
export type DryRun = {
  /** How many viewers were looked at. */
  readonly looked: number;
  /** How many would be tagged. */
  readonly viewers: number;
  readonly credits: number;
  /** Viewers by tag. */
  readonly tags: Readonly<Record<string, number>>;
  /** Strongest first, at most five. */
  readonly examples: readonly DryRunExample[];
};

export const NO_DRY_RUN: DryRun = { looked: 0, viewers: 0, credits: 0, tags: {}, examples: [] };
const EXAMPLES = 5;

/** Looks at one more viewer. The rule is taken as if it had always been there. */
export function dryRunOn(
  sofar: DryRun,
  rule: Rule,
  viewer: { viewerId: string; history: readonly Moment[] },
  now: { at: number; clock: LocalClock },
): DryRun {
  const version = { ...rule, ruleId: "dry-run", version: 1, since: null, until: null };
  const credits = creditsOf(version, viewer.history, now.clock);
  if (credits.length === 0) return { ...sofar, looked: sofar.looked + 1 };
  const entries = entriesToAppend(version, credits, [], now.at);
  const scores = scoresAt(entries, [version], { at: now.at });
  const tags = { ...sofar.tags };
  for (const { tag } of scores) tags[tag] = (tags[tag] ?? 0) + 1;
  const [strongest] = scores;
  const match = credits.findLast((credit) => credit.tag === strongest?.tag);
  const example =
    strongest && match
      ? [{ viewerId: viewer.viewerId, tag: strongest.tag, score: strongest.score, match }]
      : [];
  return {
    looked: sofar.looked + 1,
    viewers: sofar.viewers + 1,
    credits: sofar.credits + credits.length,
    tags,
    examples: [...sofar.examples, ...example]
      .sort((a, b) => b.score - a.score || (a.viewerId < b.viewerId ? -1 : 1))
      .slice(0, EXAMPLES),
  };
}

/** "Would tag 37 viewers; 5 examples." */
export function dryRunWords({ looked, viewers, examples }: DryRun): Words {
  const people = counted(viewers, "位读者", "viewer");
  const shown = counted(examples.length, "个例子", "example");
  return {
    zh: `会给 ${people.zh}打上标签（共看了 ${looked} 位）；${shown.zh}。`,
    en: `Would tag ${people.en} of ${looked} looked at; ${shown.en}.`,
  };
}
