import { foldForWords } from "../facts/banned.ts";
import { protectedSequence, type Script, scriptOf } from "../protect/protect.ts";
import { sourceOf } from "../words/pattern.ts";
import { anyPatternOf, flagged, once } from "../words/words.ts";
import { addsTo } from "./adds.ts";
import { operatorsByClause } from "./operators.ts";
import { type RewrittenGate, rewrittenGatesOf, wordsWithin } from "./rewritten.ts";

export type Gate =
  | "facts"
  | "new-tokens"
  | "operators"
  | "banned"
  | "length"
  | "balance"
  | "doubled"
  | "pronoun"
  | RewrittenGate;

export interface GateRules {
  readonly brands?: readonly string[];
  readonly bannedWords?: readonly string[];
  /** The script of the whole caption; found from the draft when absent. */
  readonly script?: Script;
  /**
   * A whole rewording: it may cut its clauses anew, so that operators outside locked clauses are compared
   * in order alone, and passes gates of its own.
   */
  readonly rewritten?: boolean;
  /** What the draft is a part of: its length is what a variant's may differ by. */
  readonly within?: string;
}

/** How far a variant's length may lie from its own draft's. */
export const LENGTH_SLACK = 0.15;

const NUMERAL = /\p{N}+|[一二三四五六七八九十百千万萬亿億两兩半]/gu;
/** Number words, and digits; what only a rewording may not add is left out. */
const numberWord = once(() => {
  const rules = flagged("numbers", "latin", "rewording", false);
  return new RegExp(`${sourceOf(rules, "latin")}|\\p{N}+`, "giu");
});
const LATIN_WORD = /\p{Script=Latin}+/gu;

/** What is said twice running: a particle, a mark, a word. */
export const DOUBLED =
  /([了的吧啦呀哦呢嘛哈啊吗嗎就也都还還再很太真又来來去们們和跟给給把在是有])\1|([，。！？；：、,!?;:～~])\2|(?<![.…])[.…。][，、；：]|[，、；：][。！？，、；：]|(了|的|吧|啦|呀|哦|呢|嘛|哈|啊)(?:吧吧|啦|哦|呢|嘛|哈)(?=[，。！？\n]|$)|([\p{Script=Han}]{2})\4|\b(\p{L}{2,30}) \5\b| {2,}/giu;

/** What opens and what closes it. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ["（", "）"],
  ["(", ")"],
  ["【", "】"],
  ["《", "》"],
  ["「", "」"],
  ["“", "”"],
  ["[", "]"],
];

/**
 * The gates that a variant of a draft does not pass; none when it may be sent. `draft` is what the
 * author wrote, the same caption without Starling's own changes.
 */
export function failedGates(draft: string, variant: string, rules: GateRules = {}): Gate[] {
  return gatesOf(draft, rules)(variant);
}

/** The same for many variants of one draft, which is read once. */
export function gatesOf(draft: string, rules: GateRules = {}): (variant: string) => Gate[] {
  const { brands = [], bannedWords = [], script = scriptOf(draft), rewritten = false } = rules;
  const length = codePoints(draft);
  const slack = (rules.within === undefined ? length : codePoints(rules.within)) * LENGTH_SLACK;
  const own = bannedWords.map(foldForWords).filter((word) => word !== "");
  const ownBefore = own.map((word) => count(foldForWords(draft), word));
  const facts = protectedSequence(draft, brands, script);
  const operators = operatorsByClause(draft, script);
  const judgeRewritten = rewritten ? rewrittenGatesOf(draft, script) : undefined;
  const doubled = draft.match(DOUBLED)?.length ?? 0;
  const leans = PAIRS.map((pair) => lean(draft, pair));
  const addsBanned = addsTo(draft, anyPatternOf("banned"));
  const addsNumeral = addsTo(draft, script === "han" ? NUMERAL : numberWord());
  const addsLatin = script === "han" ? addsTo(draft, LATIN_WORD) : () => false;

  return (variant) => {
    const failed: Gate[] = [];
    const anew = judgeRewritten?.(variant);
    if (!sameList(facts, protectedSequence(variant, brands, script))) failed.push("facts");
    if (anew?.newTokens || addsNumeral(variant) || addsLatin(variant)) failed.push("new-tokens");
    if (anew?.operators ?? !sameList(operators, operatorsByClause(variant, script))) {
      failed.push("operators");
    }
    const folded = own.length === 0 ? "" : foldForWords(variant);
    const adds = (word: string, i: number) => count(folded, word) > (ownBefore[i] ?? 0);
    if (addsBanned(variant) || own.some(adds)) failed.push("banned");
    if (
      Math.abs(codePoints(variant) - length) > slack ||
      (rewritten && !wordsWithin(draft, variant, LENGTH_SLACK))
    ) {
      failed.push("length");
    }
    if (PAIRS.some((pair, i) => lean(variant, pair) !== leans[i])) failed.push("balance");
    if ((variant.match(DOUBLED)?.length ?? 0) > doubled) failed.push("doubled");
    if (mixesPronouns(variant) && !mixesPronouns(draft)) failed.push("pronoun");
    for (const gate of ["characters", "claims", "voice"] as const) {
      if (anew?.[gate]) failed.push(gate);
    }
    return failed;
  };
}

/** Whether a variant says a particle, word or mark twice running where its draft does not. */
export function readsTwice(draft: string, variant: string): boolean {
  return (variant.match(DOUBLED)?.length ?? 0) > (draft.match(DOUBLED)?.length ?? 0);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Letters beyond the basic plane are two units and one code point; half of one counts for itself. */
function codePoints(text: string): number {
  let pairs = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const isHigh = (text.charCodeAt(i) & 0xfc00) === 0xd800;
    if (isHigh && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs++;
  }
  return text.length - pairs;
}

function count(text: string, word: string): number {
  let times = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) times++;
  return times;
}

function lean(text: string, [open, close]: readonly [string, string]): number {
  return count(text, open) - count(text, close);
}

/** 你 beside 您 in one caption. */
function mixesPronouns(text: string): boolean {
  return text.includes("您") && text.includes("你");
}
