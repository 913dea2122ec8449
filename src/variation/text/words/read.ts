import type { Script } from "../protect/protect.ts";
import { sourceOf } from "./pattern.ts";
import type { ListName, WordRule } from "./rule.ts";
import { once, patternOf, rulesOf } from "./words.ts";

/** A rule of a list that a text has words of. */
export interface ReadRule {
  readonly rule: WordRule;
  readonly word: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
}

interface Reader {
  readonly literal: ReadonlyMap<string, WordRule>;
  readonly patterns: readonly { readonly rule: WordRule; readonly pattern: RegExp }[];
}

/** Reads the rules of a list in texts, from left to right and the longer words first; made once for each list. */
export function ruleReader(list: ListName): (text: string, script: Script) => ReadRule[] {
  const readers = {
    han: once(() => readerOf(list, "han")),
    latin: once(() => readerOf(list, "latin")),
  };
  return (text, script) => {
    const { literal, patterns } = readers[script]();
    return [...text.matchAll(patternOf(list, script))].flatMap(({ index, 0: word }): ReadRule[] => {
      const rule =
        literal.get(word.toLowerCase()) ??
        patterns.find((one) => {
          one.pattern.lastIndex = index;
          return one.pattern.test(text) && one.pattern.lastIndex === index + word.length;
        })?.rule;
      return rule === undefined ? [] : [{ rule, word, at: index }];
    });
  };
}

function readerOf(list: ListName, script: Script): Reader {
  const rules = rulesOf(list, script);
  const flags = script === "han" ? "uy" : "iuy";
  return {
    literal: new Map(
      rules
        .filter(({ pattern }) => !pattern)
        .flatMap((rule) => rule.words.map((word) => [word.toLowerCase(), rule] as const)),
    ),
    patterns: rules
      .filter(({ pattern }) => pattern)
      .map((rule) => ({ rule, pattern: new RegExp(sourceOf([rule], script), flags) })),
  };
}
