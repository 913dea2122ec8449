import type { Language } from "../../shell/language.ts";

/** A sentence of an answer as a screen says it: those are told in Chinese and in English. */
export function spoken(sentence: { zh: string; en: string }, language: Language): string {
  return language === "en" ? sentence.en : sentence.zh;
}
