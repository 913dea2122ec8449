import { hant } from "../../generated/traditional.ts";
import type { Language } from "./language.ts";
import { inTraditional } from "./traditional.ts";

/**
 * A sentence of an answer as a page says it: those are told in Chinese and in English.
 *
 * @param names who is named in it: they keep the characters in which they write themselves
 */
export function spoken(
  sentence: { zh: string; en: string },
  language: Language,
  names: readonly (string | null | undefined)[] = [],
): string {
  if (language === "en") return sentence.en;
  return language === "zh-Hant" ? rewritten(sentence.zh, names) : sentence.zh;
}

/** What stands in quotation marks or titles is somebody's own, and stays as they wrote it. */
const quoted = "《[^》]*》|“[^”]*”";
/** What the built-in rules put there is not. */
const ours = new Set<string>(hant.groups.map((group) => `“${group}”`));

function rewritten(sentence: string, names: readonly (string | null | undefined)[]): string {
  const named = names.flatMap((name) => (name ? [escaped(name)] : []));
  return sentence
    .split(new RegExp(`(${[quoted, ...named].join("|")})`))
    .map((part, at) => {
      const said = at % 2 === 0 || ours.has(part) ? inTraditional(part) : part;
      return said.replace("“", "「").replace("”", "」");
    })
    .join("");
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
