import type { Guard } from "./guard.ts";

/** What a list of rule words is for; each is a file of this folder. */
export const LISTS = [
  "operators",
  "masked",
  "disclaimers",
  "clause-ends",
  "claims",
  "banned",
  "limits",
  "units",
  "joined-units",
  "behind",
  "no-quantities",
  "numbers",
  "dates",
  "terms",
  "times",
  "contrasts",
  "carriers",
  "alike",
  "idioms",
  "kinds",
  "persons",
] as const;
export type ListName = (typeof LISTS)[number];

/** One rule: a word in its spellings, and where it counts. */
export interface WordRule {
  /** Given once; outlives an edit of the words. */
  readonly id: string;
  /** What is read: literal words, or one regular expression. */
  readonly words: readonly string[];
  /** Whether `words` is a regular expression. */
  readonly pattern?: true;
  /** What its list says of it. */
  readonly flags?: readonly string[];
  /** What must, or must not, stand before and after. */
  readonly guards?: readonly Guard[];
}

/** A rule with its test sentences, and why it is there. */
export interface TestedRule extends WordRule {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly notes: readonly string[];
  /** Where it is said: a law, a guide. */
  readonly sources: readonly string[];
}

/** One list by the script that it is read in. */
export interface RuleList<Rule = WordRule> {
  readonly han: readonly Rule[];
  readonly latin: readonly Rule[];
}

export type RuleLists<Rule = WordRule> = Readonly<Record<ListName, RuleList<Rule>>>;
