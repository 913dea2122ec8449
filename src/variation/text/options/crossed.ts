import type { Script } from "../protect/protect.ts";
import { ORDERING, type Said } from "./contrasts.ts";
import { type Hunk, hunksOf, type Token, tokensOf } from "./tokens.ts";

/** Two things of one kind in a text, where either stands; what belongs to which is compared. */
interface Rival {
  readonly key: string;
  readonly word: string;
  /** Token indices. */
  readonly places: readonly number[];
}

/** A text read for what belongs to what. */
export interface ReadText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly said: readonly Said[];
}

export function readText(text: string, said: readonly Said[]): ReadText {
  return { text, tokens: tokensOf(text), said };
}

/** Signs that say little by themselves: they tell nothing of where they stand. */
export const LIGHT =
  /^(?:[的了在是有也都就还和跟与或而把被让给对向到从由用会能可要想去来个這这那哪一不没很更最太再先后得着过地吧呢啊呀吗嘛哦您你我他她它们咱人时候天请為为以及上下里外中大小多少]|the|a|an|and|or|but|is|are|was|were|be|at|in|on|of|for|to|it|its|we|you|your|our|my|with|by|so|that|this|there|has|have|had|do|does|as|then|from|they|she|he|her|his)$/u;

const DIGITS = /^\p{N}[\p{N}.:,]*$/u;
const NUMERAL = /^[一二三四五六七八九十两兩百千万半]$/u;
const ENGLISH_NUMERAL =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half)$/;
const LABEL = /^\p{Script=Latin}[\p{Script=Latin}\p{N}-]*$/u;

/**
 * The word by which two things of one kind have changed what belongs to them: prices of two sizes, what is
 * done first and then. Undefined where each keeps its own, or nothing tells.
 */
export function crossedWord(
  original: ReadText,
  option: ReadText,
  script: Script,
): string | undefined {
  const exchange = exchanged(original, option);
  if (exchange !== undefined) return exchange;
  const [own, others] = [rivalsIn(original, script), rivalsIn(option, script)];
  for (const [kind, rivals] of own) {
    const twins = others.get(kind);
    if (rivals.length < 2 || twins === undefined) continue;
    for (const [i, first] of rivals.entries()) {
      for (const second of rivals.slice(i + 1)) {
        const pair = [first, second].map(({ key }) => twins.find((twin) => twin.key === key));
        const [one, two] = pair;
        if (one === undefined || two === undefined) continue;
        if (areOne(original, first, second) && areOne(option, one, two)) continue;
        const read = (text: ReadText, a: Rival, b: Rival) =>
          sidesOf(text, a, b, ORDERING.has(kind));
        if (flips(read(original, first, second), read(option, one, two))) return second.word;
      }
    }
  }
  return undefined;
}

/** Whether two things stand side by side, as 叔叔阿姨 do: what belongs to one belongs to both. */
function areOne({ tokens }: ReadText, first: Rival, second: Rival): boolean {
  return first.places.every((at) =>
    second.places.some((other) => distance(tokens, at, other, false) <= SIDE_BY_SIDE),
  );
}

/** A word of two signs, or one that an "and" stands before. */
const SIDE_BY_SIDE = 2;

function rivalsIn({ tokens, said }: ReadText, script: Script): Map<string, Rival[]> {
  const kinds = new Map<string, Map<string, { word: string; places: number[] }>>();
  const add = (kind: string, key: string, word: string, place: number) => {
    const list = kinds.get(kind) ?? new Map<string, { word: string; places: number[] }>();
    const rival = list.get(key) ?? { word, places: [] };
    rival.places.push(place);
    list.set(key, rival);
    kinds.set(kind, list);
  };
  for (const { id, flags, word, at } of said) {
    const place = tokens.findIndex(({ end }) => end > at);
    if (place >= 0) for (const flag of flags) add(flag, id, word, place);
  }
  tokens.forEach(({ text, start }, place) => {
    // Of numerals side by side the first stands for all: 两千.
    if (
      NUMERAL.test(text) &&
      tokens[place - 1]?.end === start &&
      NUMERAL.test(tokens[place - 1]?.text ?? "")
    )
      return;
    const isNumber = DIGITS.test(text) || NUMERAL.test(text) || ENGLISH_NUMERAL.test(text);
    if (isNumber) add("number", text, text, place);
    else if (script === "han" && LABEL.test(text)) add("name", text, text, place);
  });
  return new Map(
    [...kinds].map(([kind, list]) => [
      kind,
      [...list].map(([key, { word, places }]): Rival => ({ key, word, places })),
    ]),
  );
}

/**
 * For each word that stands once, which of two rivals it belongs to: the first, the second, or none, as
 * where neither stands in its clause: clauses change places, and nothing is crossed by that.
 */
function sidesOf({ tokens }: ReadText, first: Rival, second: Rival, ordering: boolean) {
  const counts = new Map<string, number>();
  for (const { text } of tokens) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sides = new Map<string, 0 | 1 | 2>();
  tokens.forEach(({ text }, at) => {
    if (counts.get(text) !== 1 || LIGHT.test(text)) return;
    if (first.places.includes(at) || second.places.includes(at)) return;
    const reach = (rival: Rival) =>
      Math.min(...rival.places.map((place) => distance(tokens, at, place, ordering)));
    const [a, b] = [reach(first), reach(second)];
    const far = !ordering && Math.min(a, b) >= CLAUSE;
    sides.set(text, a === b || far ? 0 : a < b ? 1 : 2);
  });
  return sides;
}

/** A clause's end parts more than any word between. */
const CLAUSE = 100;

function distance(tokens: readonly Token[], at: number, place: number, ordering: boolean): number {
  if (ordering) return place < at ? at - place : Number.POSITIVE_INFINITY;
  const clauses = Math.abs((tokens[at]?.clause ?? 0) - (tokens[place]?.clause ?? 0));
  return clauses * CLAUSE + Math.abs(at - place);
}

/** Whether more words have gone over to the other rival than have stayed. */
function flips(own: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): boolean {
  let [kept, gone] = [0, 0];
  for (const [word, side] of own) {
    const other = now.get(word);
    if (side === 0 || other === undefined || other === 0) continue;
    if (side === other) kept++;
    else gone++;
  }
  return gone > kept;
}

/** More words than this in one place are no exchange of two things. */
const LONGEST = 6;

/** The second of two things that have changed places in a text that is otherwise the same. */
function exchanged(original: ReadText, option: ReadText): string | undefined {
  const [a, b] = [original.tokens, option.tokens].map((list) => list.map(({ text }) => text));
  if (a === undefined || b === undefined) return undefined;
  const place = exchangedInPlace(a, b);
  if (place !== undefined) {
    const [from, to] = place;
    return option.text.slice(option.tokens[from]?.start, option.tokens[to]?.end);
  }
  const hunks = hunksOf(a, b) ?? [];
  const pieces = hunks.map((hunk) => ({ hunk, out: wordsOut(a, hunk), in: wordsIn(b, hunk) }));
  for (const [i, one] of pieces.entries()) {
    if (one.out === "" || one.in === "" || one.out.length > LONGEST * 4) continue;
    const other = pieces.slice(i + 1).find((two) => two.out === one.in && two.in === one.out);
    if (other === undefined || one.hunk.to - one.hunk.from > LONGEST) continue;
    const start = option.tokens[other.hunk.otherFrom]?.start ?? 0;
    return option.text.slice(start, option.tokens[other.hunk.otherTo - 1]?.end ?? start);
  }
  return undefined;
}

/** At most this share of the words may stand elsewhere. */
const MOVED = 0.4;

/** Where the second of two equally long stretches that changed places begins and ends, in a text of the same words. */
function exchangedInPlace(
  a: readonly string[],
  b: readonly string[],
): readonly [from: number, to: number] | undefined {
  if (a.length !== b.length) return undefined;
  const moved = a.flatMap((word, i) => (word === b[i] ? [] : [i]));
  if (moved.length < 2 || moved.length % 2 === 1 || moved.length > MOVED * a.length)
    return undefined;
  const half = moved.length / 2;
  const trade = moved.slice(0, half).every((at, i) => {
    const other = moved[half + i] ?? at;
    return a[at] === b[other] && b[at] === a[other];
  });
  const [from, to] = [moved[half], moved.at(-1)];
  // Side by side they have only changed their order.
  const isApart = moved.some((at, i) => i > 0 && at - (moved[i - 1] ?? at) > 1);
  if (!isApart || moved.every((at) => LIGHT.test(a[at] ?? ""))) return undefined;
  return trade && from !== undefined && to !== undefined ? [from, to] : undefined;
}

function wordsOut(words: readonly string[], { from, to }: Hunk): string {
  return words.slice(from, to).join(" ");
}

function wordsIn(words: readonly string[], { otherFrom, otherTo }: Hunk): string {
  return words.slice(otherFrom, otherTo).join(" ");
}
