import type { Script } from "../protect/protect.ts";
import { escaped, lookAround } from "./guard.ts";
import type { WordRule } from "./rule.ts";

/**
 * Rules as the source of one regular expression. Where two fit, patterns come first, in the order of their file,
 * and then the longer words. Latin words are whole words.
 */
export function sourceOf(rules: readonly WordRule[], script: Script): string {
  const ways = rules.flatMap((rule) =>
    rule.words.map((word) => ({
      length: rule.pattern ? Number.POSITIVE_INFINITY : word.length,
      rule,
      word,
    })),
  );
  // The sort is stable, and two patterns are equally long.
  ways.sort((a, b) => (a.length === b.length ? 0 : b.length - a.length));
  return ways.map(({ rule, word }) => wayOf(rule, word, script)).join("|");
}

function wayOf({ pattern, guards = [] }: WordRule, word: string, script: Script): string {
  const fragment = (words: string) => words.replaceAll("_", " ");
  const body = pattern ? `(?:${word})` : escaped(word);
  const edge = (letter: RegExp) =>
    script === "latin" && (pattern || letter.test(word)) ? "\\b" : "";
  const before = `${lookAround(guards, "before", fragment)}${edge(/^\w/)}`;
  return `${before}${body}${edge(/\w$/)}${lookAround(guards, "after", fragment)}`;
}
