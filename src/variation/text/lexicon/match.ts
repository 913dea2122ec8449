import type { Script, Span } from "../protect/protect.ts";
import { escaped, type Guard, lookAround } from "../words/guard.ts";
import { sourceOf } from "../words/pattern.ts";
import { once, rulesOf } from "../words/words.ts";
import type { LexiconEntry, Register, Writing } from "./entry.ts";
import { CARRY, findBeginnings } from "./phrases.ts";

/** A place of a text where an entry offers other words. */
export interface Match {
  readonly entry: LexiconEntry;
  readonly start: number;
  readonly end: number;
  /** The other wordings, in the entry's order; the words that stand there are not among them. */
  readonly options: readonly string[];
}

/** The clause ends that ^ and $ of a guard stand for. */
const clauseEnds = {
  han: once(() => clauseEnd("han")),
  latin: once(() => clauseEnd("latin")),
};

function clauseEnd(script: Script): string {
  const signs = sourceOf(rulesOf("clause-ends", script), script);
  return `(?:${signs}|\\p{Extended_Pictographic}\\ufe0f?)`;
}

/** An entry's phrases as one sticky pattern with its guards; entries are matched very often, so it is kept. */
const compiled = new WeakMap<LexiconEntry, RegExp>();

/**
 * All places where entries apply to a text, longer phrases first where they overlap. Nothing that
 * touches a protected span or stands in a locked clause is offered.
 */
export function findMatches(
  text: string,
  locked: readonly Span[],
  entries: readonly LexiconEntry[],
  register: Register,
): Match[] {
  // Phones write I’ve where the entries say I've: read the one, answer as the text writes.
  const straight = text.replaceAll("’", "'");
  const curly = straight !== text;
  const isLocked = coverOf(text.length, locked);
  const found: Match[] = [];
  const beginnings = [...findBeginnings(lowered(straight), entries)].sort(([a], [b]) => a - b);
  for (const [index, starts] of beginnings) {
    const entry = entries[index];
    if (entry === undefined || (entry.register !== "plain" && entry.register !== register))
      continue;
    for (const match of matchesAt(patternOf(entry), straight, starts)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isLocked(start, end)) continue;
      const words = text.slice(start, end);
      const carried = match.slice(1).find((group) => group !== undefined) ?? "";
      const options = entry.to
        .map((option) => likeCase(option.replace(CARRY, carried), words))
        .map((option) => (curly ? option.replaceAll("'", "’") : option))
        .filter((option) => option !== words);
      if (options.length > 0) found.push({ entry, start, end, options });
    }
  }
  return withoutOverlaps(text.length, found);
}

/** In lower case, letter by letter: what is longer so (İ) stays, and offsets stay true. */
function lowered(text: string): string {
  const low = text.toLowerCase();
  if (low.length === text.length) return low;
  return text.replace(/./gsu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

/** The matches of a sticky pattern that begin at one of some offsets and do not overlap. */
function* matchesAt(
  pattern: RegExp,
  text: string,
  starts: readonly number[],
): Generator<RegExpExecArray> {
  let from = 0;
  for (const start of starts) {
    if (start < from) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    from = match.index + match[0].length;
    yield match;
  }
}

/** Whether a stretch of a text touches one of some spans; asked very often. */
function coverOf(length: number, spans: readonly Span[]): (start: number, end: number) => boolean {
  const before = new Uint32Array(length + 1);
  const edges = new Int32Array(length + 2);
  for (const { start, end } of spans) {
    edges[start] = (edges[start] ?? 0) + 1;
    edges[end] = (edges[end] ?? 0) - 1;
  }
  let open = 0;
  for (let at = 0; at < length; at++) {
    open += edges[at] ?? 0;
    before[at + 1] = (before[at] ?? 0) + (open > 0 ? 1 : 0);
  }
  return (start, end) => (before[end] ?? 0) > (before[start] ?? 0);
}

/** The longest first where matches overlap; those of the same words are one. In the order of the text. */
function withoutOverlaps(length: number, found: Match[]): Match[] {
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Map<number, Match>();
  const covered = new Uint8Array(length);
  for (const match of found) {
    const { start, end } = match;
    const twin = taken.get(start);
    if (twin?.end === end) {
      taken.set(start, { ...twin, options: [...new Set([...twin.options, ...match.options])] });
    } else if (!covered.subarray(start, end).includes(1)) {
      taken.set(start, match);
      covered.fill(1, start, end);
    }
  }
  return [...taken.values()].sort((a, b) => a.start - b.start);
}

function patternOf(entry: LexiconEntry): RegExp {
  let pattern = compiled.get(entry);
  if (pattern === undefined) {
    const latin = /\p{Script=Latin}/u.test(entry.from[0] ?? "");
    const phrases = [...entry.from]
      .sort((a, b) => b.length - a.length)
      .map((phrase) => escaped(phrase).replace(CARRY, "(\\p{Script=Han}{1,8}?)"))
      .join("|");
    const body = latin
      ? `(?<![\\p{L}\\p{N}'’-])(?:${phrases})(?![\\p{L}\\p{N}'’-])`
      : `(?:${phrases})`;
    const guards = (side: Guard["side"]) =>
      lookAround(entry.guards, side, (word) => fragment(word, side, latin));
    pattern = new RegExp(`${guards("before")}${body}${guards("after")}`, latin ? "iuy" : "uy");
    compiled.set(entry, pattern);
  }
  return pattern;
}

function fragment(word: string, side: Guard["side"], latin: boolean): string {
  if (word === "^") return `^|(?:${latin ? `${clauseEnds.latin()} ?` : clauseEnds.han()})`;
  if (word === "$") return `$|(?:${latin ? ` ?${clauseEnds.latin()}` : clauseEnds.han()})`;
  const phrase = word.replaceAll("_", " ");
  if (!latin) return phrase;
  return side === "before" ? `\\b(?:${phrase}) ` : ` ?(?:${phrase})\\b`;
}

/** A Latin option begins as the words it replaces began. */
function likeCase(option: string, words: string): string {
  const first = words[0] ?? "";
  const upper = first !== first.toLowerCase() && words !== "I";
  return upper ? `${option.slice(0, 1).toUpperCase()}${option.slice(1)}` : option;
}

const CHATS = /[啦呀哈哦～~嘛喔]|[！!]|宝子|寶子|姐妹|亲们|\p{Extended_Pictographic}/u;

/** Whether a draft chats or speaks formally. */
export function registerOf(text: string): Register {
  return CHATS.test(text) ? "warm" : "formal";
}

const CANTONESE = /[嘅唔咗喺嚟畀冇嘢啲哋咁佢嗰]/u;
/** Characters that only one of the two writings has, common enough to tell them apart. */
const TRADITIONAL =
  /[這們個來時說請會學長開關發現點還過後裡樣與為給讓對從選擇題錢買賣網電車門間問頭業東車]/gu;
const SIMPLIFIED =
  /[这们个来时说请会学长开关发现点还过后里样与为给让对从选择题钱买卖网电车门间问头业东车]/gu;

/** Which part of the lexicon serves a Chinese text. */
export function writingOf(text: string): Exclude<Writing, "latin"> {
  if (CANTONESE.test(text)) return "yue";
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  const simplified = text.match(SIMPLIFIED)?.length ?? 0;
  return traditional > simplified ? "hant" : "hans";
}
