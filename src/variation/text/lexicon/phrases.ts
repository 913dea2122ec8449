import type { LexiconEntry } from "./entry.ts";

/** What a phrase may carry over: one to eight characters in its place. */
export const CARRY = "…";
const CARRIED_AT_MOST = 8;

/** A phrase as it is looked for: its words up to what it carries, or behind it where it begins with that. */
interface Sought {
  readonly words: string;
  readonly entry: number;
  /** How far before the words the phrase may begin, in UTF-16 units. */
  readonly back: number;
}

/** The phrases of entries by their first two letters; one-letter phrases by that. */
type Phrases = ReadonlyMap<string, readonly Sought[]>;

const known = new WeakMap<readonly LexiconEntry[], Phrases>();

/**
 * Where entries may apply to a text in lower case: for each, by its place among `entries`, the offsets where
 * one of its phrases may begin, in order. Reads the text once, however many entries there are.
 */
export function findBeginnings(
  low: string,
  entries: readonly LexiconEntry[],
): Map<number, number[]> {
  const phrases = phrasesOf(entries);
  const found = new Map<number, Set<number>>();
  for (let at = 0; at < low.length; at++) {
    for (const key of [low.charAt(at), low.slice(at, at + 2)]) {
      for (const { words, entry, back } of phrases.get(key) ?? []) {
        if (!low.startsWith(words, at)) continue;
        const starts = found.get(entry) ?? new Set();
        for (let start = Math.max(0, at - back); start <= at; start++) starts.add(start);
        found.set(entry, starts);
      }
    }
  }
  return new Map([...found].map(([entry, starts]) => [entry, [...starts].sort((a, b) => a - b)]));
}

function phrasesOf(entries: readonly LexiconEntry[]): Phrases {
  const kept = known.get(entries);
  if (kept !== undefined) return kept;
  const phrases = new Map<string, Sought[]>();
  entries.forEach(({ from }, entry) => {
    for (const phrase of from) {
      const [before = "", behind = ""] = phrase.toLowerCase().split(CARRY);
      const words = before === "" ? behind : before;
      const back = before === "" ? CARRIED_AT_MOST : 0;
      const key = words.slice(0, 2);
      phrases.set(key, [...(phrases.get(key) ?? []), { words, entry, back }]);
    }
  });
  known.set(entries, phrases);
  return phrases;
}
