import { sentences } from "./sentences.ts";

type Told = { pattern: RegExp; places: readonly string[]; at: number };

const place = /\{(\d)\}/g;
const exact = new Map(sentences.map(([english], at) => [english, at]));
/** Sentences with places, in their order: the first that fits tells. Made when the first fault is told. */
let made: readonly Told[] | undefined;
const patterns = (): readonly Told[] => {
  made ??= sentences.flatMap(([sentence], at) =>
    /\{\d\}/.test(sentence) ? told(sentence, at) : [],
  );
  return made;
};

/**
 * What the API says in English, in Chinese; undefined where nobody wrote it.
 *
 * @param write writes a sentence of ours in another script; what the caller sent stays as it is
 */
export function inChinese(
  english: string,
  write = (sentence: string): string => sentence,
): string | undefined {
  const words = (at: number) => write(sentences[at]?.[1] ?? "");
  const known = exact.get(english);
  if (known !== undefined) return words(known);
  const several = severalInChinese(english, write);
  if (several !== undefined) return several;
  for (const { pattern, places, at } of patterns()) {
    const found = pattern.exec(english);
    if (!found) continue;
    const values = new Map(places.map((name, index) => [name, found[index + 1] ?? ""]));
    return words(at).replace(place, (_, name: string) => {
      const value = values.get(name) ?? "";
      // Some sentences hold another.
      return inChinese(value, write) ?? value;
    });
  }
  return undefined;
}

/** Several sentences one after the other, each known. */
function severalInChinese(
  english: string,
  write: (sentence: string) => string,
): string | undefined {
  for (let end = english.indexOf(". "); end !== -1; end = english.indexOf(". ", end + 1)) {
    const first = english.slice(0, end + 1);
    if (!isKnown(first)) continue;
    const rest = inChinese(english.slice(end + 2), write);
    if (rest !== undefined) return `${inChinese(first, write)}${rest}`;
  }
  return undefined;
}

const isKnown = (sentence: string): boolean =>
  exact.has(sentence) || patterns().some(({ pattern }) => pattern.test(sentence));

function told(sentence: string, at: number): Told {
  const places = [...sentence.matchAll(place)].map(([, name]) => name ?? "");
  const parts = sentence.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return { pattern: new RegExp(`^${parts.join("(.+?)")}$`, "s"), places, at };
}
