/**
 * Where CommonMark takes a space for the end of a word, Chinese, Japanese and Korean have none. Their
 * characters end words by themselves, and so does their punctuation.
 */

/** Han, kana, hangul, their punctuation, full-width forms, and the quotes and dashes that they share. */
const BREAKING =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\uff00-\uffef\ufe30-\ufe4f\u2018\u2019\u201c\u201d\u2014\u2026]/u;
const BREAKING_RUN = new RegExp(`${BREAKING.source}+`, "gu");

/** Is a character of a writing that has no spaces between words, or of its punctuation? */
export function isBreaking(codePoint: number): boolean {
  return BREAKING.test(String.fromCodePoint(codePoint));
}

/** The parts of a text between such characters, with the places where they begin. */
export function unbrokenParts(text: string): { part: string; start: number }[] {
  const parts: { part: string; start: number }[] = [];
  let start = 0;
  for (const run of text.matchAll(BREAKING_RUN)) {
    parts.push({ part: text.slice(start, run.index), start });
    start = run.index + run[0].length;
  }
  parts.push({ part: text.slice(start), start });
  return parts.filter(({ part }) => part !== "");
}

/** A text up to its first such character. */
export function untilBreak(text: string): string {
  const at = text.search(BREAKING);
  return at < 0 ? text : text.slice(0, at);
}
