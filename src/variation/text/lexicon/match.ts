import type { Script, Span } from "../protect/protect.ts";
import { escaped, type Guard, lookAround } from "../words/guard.ts";
import { sourceOf } from "../words/pattern.ts";
import { once, rulesOf } from "../words/words.ts";
import type { LexiconEntry, Register, Writing } from "./entry.ts";

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

/** An entry's phrases as one pattern with its guards; entries are matched very often, so it is kept. */
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
  const found: Match[] = [];
  // Phones write I’ve where the entries say I've: read the one, answer as the text writes.
  const straight = text.replaceAll("’", "'");
  const curly = straight !== text;
  const low = straight.toLowerCase();
  for (const entry of entries) {
    if (entry.register !== "plain" && entry.register !== register) continue;
    // Most entries have no word in a text: their patterns are never even made.
    if (!entry.from.some((phrase) => low.includes(stem(phrase)))) continue;
    for (const match of straight.matchAll(patternOf(entry))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const words = text.slice(start, end);
      if (locked.some((span) => span.start < end && span.end > start)) continue;
      const carried = match.slice(1).find((group) => group !== undefined) ?? "";
      const options = entry.to
        .map((option) => likeCase(option.replace(CARRY, carried), words))
        .map((option) => (curly ? option.replaceAll("'", "’") : option))
        .filter((option) => option !== words);
      if (options.length > 0) found.push({ entry, start, end, options });
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: Match[] = [];
  for (const match of found) {
    const twin = taken.findIndex(({ start, end }) => start === match.start && end === match.end);
    const other = taken[twin];
    if (other !== undefined) {
      taken[twin] = { ...other, options: [...new Set([...other.options, ...match.options])] };
    } else if (taken.every(({ start, end }) => end <= match.start || start >= match.end)) {
      taken.push(match);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

const CARRY = "…";

/** What of a phrase must stand in a text as it is. */
function stem(phrase: string): string {
  const [before = "", after = ""] = phrase.toLowerCase().split(CARRY);
  return before.length >= after.length ? before : after;
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
    pattern = new RegExp(`${guards("before")}${body}${guards("after")}`, latin ? "giu" : "gu");
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
