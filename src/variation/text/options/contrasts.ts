import type { Script } from "../protect/protect.ts";
import { sourceOf } from "../words/pattern.ts";
import type { WordRule } from "../words/rule.ts";
import { once, patternOf, rulesOf } from "../words/words.ts";

/** A meaning that excludes others, as a text says it. */
export interface Said {
  /** Which meaning: its rule. */
  readonly id: string;
  /** Which contrasts it is part of. */
  readonly flags: readonly string[];
  readonly word: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
}

interface Reader {
  readonly literal: ReadonlyMap<string, WordRule>;
  readonly patterns: readonly { readonly rule: WordRule; readonly pattern: RegExp }[];
}

const readers = { han: once(() => readerOf("han")), latin: once(() => readerOf("latin")) };

function readerOf(script: Script): Reader {
  const rules = rulesOf("contrasts", script);
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

/** The meanings of contrasts that a text says, in order. */
export function contrastsIn(text: string, script: Script): Said[] {
  const { literal, patterns } = readers[script]();
  const pattern = patternOf("contrasts", script);
  return [...text.matchAll(pattern)].flatMap(({ index, 0: word }): Said[] => {
    const rule =
      literal.get(word.toLowerCase()) ??
      patterns.find((one) => {
        one.pattern.lastIndex = index;
        return one.pattern.test(text) && one.pattern.lastIndex === index + word.length;
      })?.rule;
    return rule === undefined ? [] : [{ id: rule.id, flags: rule.flags ?? [], word, at: index }];
  });
}

/** Contrasts whose words order what stands behind them, so that each rules what follows. */
export const ORDERING: ReadonlySet<string> = new Set(["step", "range"]);
