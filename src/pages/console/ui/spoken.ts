import { hantSentences } from "../../../generated/console.ts";
import type { Language } from "../../shell/language.ts";

/** A sentence of an answer as a screen says it: those are told in Chinese and in English. */
export function spoken(sentence: { zh: string; en: string }, language: Language): string {
  if (language === "en") return sentence.en;
  return language === "zh-Hant" ? inTraditional(sentence.zh) : sentence.zh;
}

/** What stands in quotation marks or titles is somebody's own, and stays as they wrote it. */
const own = /(《[^》]*》|“[^”]*”)/;
/** What the built-in rules put there is not. */
const ours = new Set<string>(hantSentences.groups.map((group) => `“${group}”`));
const pairs = hantSentences.characters.match(/../gu) ?? [];
const becomes = new Map<string, string>([
  ...pairs.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
  ...hantSentences.runs,
]);
const parts = new RegExp(
  [...hantSentences.runs.map(([run]) => run), " ?TA ?", "."].join("|"),
  "gu",
);

function inTraditional(sentence: string): string {
  return sentence
    .split(own)
    .map((part, at) => {
      const said = at % 2 === 0 || ours.has(part) ? convert(part) : part;
      return said.replace("“", "「").replace("”", "」");
    })
    .join("");
}

function convert(text: string): string {
  return text.replace(parts, (part) =>
    part.includes("TA") ? "對方" : (becomes.get(part) ?? part),
  );
}
