import type { Language } from "../../shell/language.ts";
import { inTraditional } from "../../shell/traditional.ts";
import { sources } from "./sources.ts";

type Sources = typeof sources;
/** The words of a screen: the same names in every language. */
export type Words<Screen extends keyof Sources> = {
  readonly [Name in keyof Sources[Screen]["en"]]: string;
};

/** The words of a screen in a language. Traditional Chinese is made of simplified, once. */
export function wordsOf<Screen extends keyof Sources>(
  screen: Screen,
  language: Language,
): Words<Screen> {
  const words = language === "zh-Hant" ? rewritten(screen) : sources[screen][language];
  return words as Words<Screen>;
}

const made = new Map<keyof Sources, Record<string, string>>();

function rewritten(screen: keyof Sources): Record<string, string> {
  const known = made.get(screen);
  if (known) return known;
  const words = Object.fromEntries(
    Object.entries(sources[screen]["zh-Hans"]).map(([name, text]) => [name, inTraditional(text)]),
  );
  made.set(screen, words);
  return words;
}
