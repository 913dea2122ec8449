import { hantWords } from "../../../generated/console.ts";
import type { Language } from "../../shell/language.ts";
import { sources } from "./sources.ts";

type Sources = typeof sources;
/** The words of a screen: the same names in every language. */
export type Words<Screen extends keyof Sources> = {
  readonly [Name in keyof Sources[Screen]["en"]]: string;
};

/** The words of a screen in a language. Traditional Chinese is made of simplified by the build. */
export function wordsOf<Screen extends keyof Sources>(
  screen: Screen,
  language: Language,
): Words<Screen> {
  const words = language === "zh-Hant" ? hantWords[screen] : sources[screen][language];
  return words as Words<Screen>;
}
