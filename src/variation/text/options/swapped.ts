import type { Script } from "../protect/protect.ts";
import { alikeText, isOnlyStyle, PARTICLE, tellingHunks, wordsOf } from "./alike.ts";
import { LIGHT, type ReadText, readText } from "./crossed.ts";
import type { Hunk } from "./tokens.ts";

/** So many words, or characters of a Chinese word, may be one word's place. */
const LONGEST = { han: 4, latin: 3 } as const;
/** At least this share of the words stays where it is. */
const SAME = 0.5;

/** A word in the place of another: what it was, and what it is now. */
export interface Swap {
  readonly word: string;
  readonly instead: string;
}

/**
 * A word that was put in another's place, unless the lexicon knows that both say the same: the one change of a
 * text that is otherwise the same, or one of few behind which it hides. Sentences said anew differ in more, and
 * are not swaps.
 */
export function swappedWord(
  original: ReadText,
  option: ReadText,
  script: Script,
): Swap | undefined {
  const hunks = tellingHunks(wordsOf(original), wordsOf(option));
  const [hunk] = hunks;
  if (hunk === undefined) return undefined;
  const [a, b] = [wordsOf(original), wordsOf(option)];
  return hunks.every((one) => saysAs(one, hunk, a, b))
    ? onlySwap(original, option, hunk, script)
    : hiddenSwap(original, option, script);
}

/** The only change, where it is a word for a word. */
function onlySwap(
  original: ReadText,
  option: ReadText,
  hunk: Hunk,
  script: Script,
): Swap | undefined {
  if (!tellsInBoth(original, option, hunk)) return undefined;
  const [lost, gained] = [hunk.to - hunk.from, hunk.otherTo - hunk.otherFrom];
  const most = LONGEST[script];
  const { length } = original.tokens;
  if (lost > most || gained > most || length - lost < SAME * length) return undefined;
  const swap = swapAt(original, option, hunk);
  return swap === undefined || isOnlyStyle(alikeText(original, option, script), option)
    ? undefined
    : swap;
}

/** Of a text with a second change at least so much stays; a single Chinese sign needs more, since it is seldom a word. */
const SAME_BESIDE = { word: 0.66, sign: 0.88 } as const;

/** A word for a word among other changes, when words that people say for one another are put aside. */
function hiddenSwap(original: ReadText, option: ReadText, script: Script): Swap | undefined {
  const plain = readText(alikeText(original, option, script), []);
  const [a, b] = [wordsOf(plain), wordsOf(option)];
  const hunks = tellingHunks(a, b);
  const same = 1 - hunks.reduce((sum, { from, to }) => sum + to - from, 0) / a.length;
  if (same < SAME_BESIDE.word) return undefined;
  const hunk = hunks.find((one) => {
    const out = content(a.slice(one.from, one.to));
    const put = content(b.slice(one.otherFrom, one.otherTo));
    const most = Math.max(out.length, put.length);
    if (out.length === 0 || put.length === 0 || most > LONGEST[script]) return false;
    // What only moved is there in both.
    if (out.some((word) => b.includes(word)) || put.some((word) => a.includes(word))) return false;
    return script === "han"
      ? Math.min(out.length, put.length) > 1 || same >= SAME_BESIDE.sign
      : isNamed(a, one.from) && isNamed(b, one.otherFrom);
  });
  return hunk && swapAt(plain, option, hunk);
}

/** In English what stands behind one of these names a thing; verbs have too many ways to be said. */
const NAMING =
  /^(?:the|a|an|this|that|these|those|my|your|our|his|her|their|its|own|every|each|no|some|any|of|in|at|on|by|with|for|from|after|before|to)$/;

function isNamed(words: readonly string[], at: number): boolean {
  return NAMING.test(words[at - 1] ?? "") || NAMING.test(words[at] ?? "");
}

/** Who it is said of, and a verb's helpers with them: "I", "we've", "you'll". */
const PERSON = /^(?:i|me|been|(?:i|you|we|they|he|she|it|that|there)'(?:s|m|re|ll|ve|d))$/u;

/** Words that say little by themselves left out. */
function content(words: readonly string[]): string[] {
  return words.filter((word) => !PARTICLE.test(word) && !LIGHT.test(word) && !PERSON.test(word));
}

/** Whether both sides of a change say something. Particles for a word leave it out; a word for particles adds one. */
function tellsInBoth(original: ReadText, option: ReadText, hunk: Hunk): boolean {
  const tells = (words: readonly string[]) => words.some((word) => !PARTICLE.test(word));
  return (
    tells(wordsOf(original).slice(hunk.from, hunk.to)) &&
    tells(wordsOf(option).slice(hunk.otherFrom, hunk.otherTo))
  );
}

/** What stands in the two places; nothing where the one says the other and more. */
function swapAt(original: ReadText, option: ReadText, hunk: Hunk): Swap | undefined {
  const out = placeOf(original, hunk.from, hunk.to);
  const put = placeOf(option, hunk.otherFrom, hunk.otherTo);
  const [lost, gained] = [spelledOut(out.text), spelledOut(put.text)];
  if (gained.includes(lost) || lost.includes(gained)) return undefined;
  const [was, now] = [
    stems(wordsOf(original), hunk.from, hunk.to),
    stems(wordsOf(option), hunk.otherFrom, hunk.otherTo),
  ];
  if (was !== "" && was === now) return undefined;
  return {
    word: wordAround(option.text, put.start, put.text),
    instead: wordAround(original.text, out.start, out.text),
  };
}

/** Words of English without their endings: who book, booking. */
function stems(words: readonly string[], from: number, to: number): string {
  return content(words.slice(from, to))
    .filter((word) => /^\p{Script=Latin}/u.test(word))
    .map((word) => word.replace(/(?<=.{3})(?:ing|ed|es|s|e)$/, ""))
    .join(" ");
}

/** "The gate's" says what "the gate is" says. */
function spelledOut(text: string): string {
  return text.replace(/['’](s|re|m|ve|ll)(?!\p{L})/gu, (_, end: string) => ` ${HELPERS.get(end)}`);
}

const HELPERS = new Map([
  ["s", "is"],
  ["re", "are"],
  ["m", "am"],
  ["ve", "have"],
  ["ll", "will"],
]);

function placeOf({ text, tokens }: ReadText, from: number, to: number) {
  const start = tokens[from]?.start ?? 0;
  return { start, text: text.slice(start, tokens[to - 1]?.end) };
}

/** Whether the same words give way to the same words in both places. */
function saysAs(one: Hunk, other: Hunk, a: readonly string[], b: readonly string[]): boolean {
  const words = ({ from, to, otherFrom, otherTo }: Hunk) =>
    JSON.stringify([a.slice(from, to), b.slice(otherFrom, otherTo)]);
  return one === other || words(one) === words(other);
}

/** A single changed character with its neighbours, which may be the rest of its word, for people to read. */
function wordAround(text: string, at: number, stretch: string): string {
  if (stretch.length > 1 || !HAN.test(stretch)) return stretch;
  const [before = "", behind = ""] = [text[at - 1], text[at + stretch.length]];
  return (HAN.test(before) ? before : "") + stretch + (HAN.test(behind) ? behind : "");
}

const HAN = /^\p{Script=Han}$/u;
