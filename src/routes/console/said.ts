import { wordsOf } from "../../pages/console/words/index.ts";
import type { Language } from "../../pages/shell/language.ts";

/** What a screen says of the form that led to it, by the address's `done`; undefined where that is none of ours. */
export function saidOf(done: string | undefined, language: Language): string | undefined {
  const words: Readonly<Record<string, string>> = wordsOf("done", language);
  return done !== undefined && Object.hasOwn(words, done) ? words[done] : undefined;
}
