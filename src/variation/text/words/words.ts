import { unpackRules } from "../../../generated/words.js";
import type { Script } from "../protect/protect.ts";
import { sourceOf } from "./pattern.ts";
import type { ListName, RuleLists, WordRule } from "./rule.ts";

let lists: RuleLists | undefined;

/** The rules of a list, read when first asked for: whoever only serves readers never does. */
export function rulesOf(list: ListName, script: Script): readonly WordRule[] {
  lists ??= JSON.parse(unpackRules()) as RuleLists;
  return lists[list][script];
}

/** The rules of a list that have a flag, or have it not. */
export function flagged(list: ListName, script: Script, flag: string, has = true): WordRule[] {
  return rulesOf(list, script).filter(({ flags = [] }) => flags.includes(flag) === has);
}

const patterns = new Map<string, RegExp>();

/** A whole list as one global pattern, made once. */
export function patternOf(list: ListName, script: Script): RegExp {
  return kept(`${list} ${script}`, () => {
    const flags = script === "han" ? "gu" : "giu";
    return new RegExp(sourceOf(rulesOf(list, script), script), flags);
  });
}

/** A list that is read in every text, whatever its script. */
export function anyPatternOf(list: ListName): RegExp {
  return kept(list, () => {
    const sources = (["han", "latin"] as const).map((script) =>
      sourceOf(rulesOf(list, script), script),
    );
    return new RegExp(sources.join("|"), "giu");
  });
}

function kept(key: string, make: () => RegExp): RegExp {
  const pattern = patterns.get(key) ?? make();
  patterns.set(key, pattern);
  return pattern;
}

/** What is made from rules when it is first asked for, and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
