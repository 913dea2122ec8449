/** What the API would say of a fault, in the language of the screen; in English, and told to be, where nobody wrote it. */
import { inChinese } from "../../shell/faults/in-chinese.ts";
import type { Language } from "../../shell/language.ts";
import { inTraditional } from "../../shell/traditional.ts";

export function FaultText({ text, language }: { text: string; language: Language }) {
  const said = spoken(text, language);
  return said === undefined ? (
    <span lang="en" data-untold>
      {text}
    </span>
  ) : (
    <span>{said}</span>
  );
}

/** The same where only a text can stand. */
export const faultWords = (text: string, language: Language): string =>
  spoken(text, language) ?? text;

function spoken(text: string, language: Language): string | undefined {
  if (language === "en") return text;
  return inChinese(text, language === "zh-Hant" ? inTraditional : undefined);
}
