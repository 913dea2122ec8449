import { hant } from "../../../generated/console.ts";
import type { Language } from "../../shell/language.ts";
import { inTraditional } from "../words/traditional.ts";

/** A sentence of an answer as a screen says it: those are told in Chinese and in English. */
export function spoken(sentence: { zh: string; en: string }, language: Language): string {
  if (language === "en") return sentence.en;
  return language === "zh-Hant" ? rewritten(sentence.zh) : sentence.zh;
}

/** What stands in quotation marks or titles is somebody's own, and stays as they wrote it. */
const own = /(《[^》]*》|“[^”]*”)/;
/** What the built-in rules put there is not. */
const ours = new Set<string>(hant.groups.map((group) => `“${group}”`));

function rewritten(sentence: string): string {
  return sentence
    .split(own)
    .map((part, at) => {
      const said = at % 2 === 0 || ours.has(part) ? inTraditional(part) : part;
      return said.replace("“", "「").replace("”", "」");
    })
    .join("");
}
