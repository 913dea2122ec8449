import { sourceOf } from "../words/pattern.ts";
import { flagged, once, rulesOf } from "../words/words.ts";
import { findEnclosed } from "./enclosed.ts";
import {
  dateWord,
  digitQuantity,
  LONE_NUMERAL,
  notAQuantity,
  numeralQuantity,
  QUANTITY_JOIN,
  saleTerm,
} from "./numbers.ts";

/** A protected span, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `han`: every Latin word is a name. `latin`: the text is itself Latin, only what looks like a name is. */
export type Script = "han" | "latin";

/** Which script a caption is written in: one Han character in ten letters makes it Chinese. */
export function scriptOf(text: string): Script {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return han * 10 >= latin ? "han" : "latin";
}

const URL_END = "\\s<>\"'“”‘’«»\\u3000-\\u303f\\uff00-\\uffef\\u2014\\u2026\\p{Script=Han}";

/** In either script. */
const EVERYWHERE: readonly RegExp[] = [
  new RegExp(`(?:https?://|www\\.)[^${URL_END}]*[^${URL_END}.,;:!?)\\]]`, "giu"),
  // It begins only where no part of an address stands before it, which keeps the search linear.
  new RegExp(
    `(?<![a-z0-9-]\\.?)[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|cn|net|org|io|top|shop|vip|cc|me|co)\\b(?:/[^${URL_END}]*[^${URL_END}.,;:!?)\\]])?`,
    "giu",
  ),
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu,
  /[@＠][\p{L}\p{N}_-]+/gu,
  /[#＃][^#＃\n]{1,40}[#＃]|[#＃][\p{L}\p{N}_]+/gu,
  // Signs that say yes, no, number, or what the line is about.
  /[✅❌☑✔✖❎⭕⚠🚫🆓🈚🈵🉐㊙㊗🔞📍📞☎📱📅📆⏰⏳🕐-🕧🔗💰🏠①-⓿❶-➓㊀-㊉]\ufe0f?|[0-9#*]\ufe0f?\u20e3/gu,
  // The numbers of a list, a pace.
  /(?<=^|\s)\p{Nd}{1,2}[.、．)）](?=\s|\p{Script=Han})|(?<!\p{Nd})\p{Nd}+['′’]\p{Nd}+["″”]?/gmu,
];

/** Letters and digits in words that signs may join; one with both in it is a model number. */
const LATIN_WORD =
  /(?<![\p{L}\p{N}])[\p{Script=Latin}\p{Nd}]+(?:[._+/-][\p{Script=Latin}\p{Nd}]+)*\+?/gu;

function isModel(word: string): boolean {
  return /\p{Nd}/u.test(word) && /\p{Script=Latin}/u.test(word);
}

const inHan = once((): readonly RegExp[] => [
  /\.?[\p{Script=Latin}][\p{Script=Latin}\p{Nd}]*(?:[ '’._+&/-][\p{Script=Latin}\p{Nd}]+)*[+＋]*/gu,
  numeralQuantity(),
  LONE_NUMERAL,
  dateWord(),
  saleTerm(),
]);

const inLatin = once((): readonly RegExp[] => [
  // Abbreviations and names inside a sentence.
  /\b\p{Lu}[\p{Lu}\p{Nd}&]+\b/gu,
  /(?<=[\p{Ll}\p{Nd},;:)] )(?!I\b)\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*/gu,
  // A number with what it counts.
  /(?<![\p{L}\p{Nd}.-]|\p{Nd}[,:–])\p{Nd}+(?:[.,:–-]\p{Nd}+)*(?:-[a-z]+| ?(?:sq ft|square feet|a\.m\.|p\.m\.)| (?!(?:until|and|or|to|of|off|in|at|on|for|from|a|an|per|is|are|by|we|you|it)\b)[a-z]+)/giu,
  new RegExp(
    `(?:${numberWords()})(?:-[a-z]+| (?!(?:until|and|or|to|of|off|in|at|on|for|from|is|are|by|long)\\b)[a-z]+)?`,
    "giu",
  ),
  new RegExp(sourceOf(flagged("numbers", "latin", "ordinal"), "latin"), "giu"),
  new RegExp(`(?:${dayNames()})(?:, (?=(?:${monthNames()})))?`, "giu"),
  new RegExp(`(?:${monthNames()})\\.?(?: \\p{Nd}{1,2}(?:st|nd|rd|th)?(?:, \\p{Nd}{4})?)?`, "gu"),
]);

function numberWords(): string {
  const plain = rulesOf("numbers", "latin").filter(({ flags = [] }) => flags.length === 0);
  return sourceOf(plain, "latin");
}

function dayNames(): string {
  return sourceOf(flagged("dates", "latin", "cased", false), "latin");
}

/** With a capital: "march" and "may" are words of their own. */
function monthNames(): string {
  return sourceOf(flagged("dates", "latin", "cased"), "latin");
}

/**
 * The spans of a text that must survive byte for byte, in order, never touching or overlapping.
 * `script` is that of the whole caption when `text` is a piece of it.
 */
export function findProtected(
  text: string,
  brands: readonly string[] = [],
  script: Script = scriptOf(text),
): Span[] {
  const quantities: Span[] = [];
  collect(digitQuantity(), text, quantities);
  const found = joined(text, quantities);
  const masked = text.replace(notAQuantity(), (words) => "\u0001".repeat(words.length));
  for (const pattern of EVERYWHERE) collect(pattern, text, found);
  collect(LATIN_WORD, text, found, isModel);
  found.push(...findEnclosed(text));
  for (const pattern of script === "han" ? inHan() : inLatin()) collect(pattern, masked, found);
  if (script === "latin") collectNames(text, found);
  for (const brand of brands) {
    if (brand === "") continue;
    for (let at = text.indexOf(brand); at >= 0; at = text.indexOf(brand, at + brand.length)) {
      found.push({ start: at, end: at + brand.length });
    }
  }
  return mergeSpans(found);
}

/** The protected texts of a caption in order: captions with the same facts have equal lists. */
export function protectedSequence(
  text: string,
  brands: readonly string[] = [],
  script: Script = scriptOf(text),
): string[] {
  return findProtected(text, brands, script).map(({ start, end }) => text.slice(start, end));
}

function collect(
  pattern: RegExp,
  text: string,
  found: Span[],
  keep: (words: string) => boolean = () => true,
): void {
  // Not matchAll, which makes a copy of the expression for each of these many short searches.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (!keep(match[0])) continue;
    const words = match[0].trimEnd();
    const lead = words.length - words.trimStart().length;
    if (lead < words.length) {
      found.push({ start: match.index + lead, end: match.index + words.length });
    }
  }
}

const NAME_INSIDE = /(?<=\p{Ll} )(?!I\b)\p{Lu}[\p{L}'’-]{2,30}/gu;
const CAPITAL_WORD = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}'’-]{2,30}/gu;

/** A name that stands inside a sentence is one at the beginning of another too: "Meet Rosie. Rosie is …". */
function collectNames(text: string, found: Span[]): void {
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]{0,30}/gu));
  const names = new Set(text.match(NAME_INSIDE)?.filter((name) => !small.has(name.toLowerCase())));
  if (names.size > 0) collect(CAPITAL_WORD, text, found, (word) => names.has(word));
}

/** Quantities in a row that a joining word makes one. */
function joined(text: string, quantities: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of quantities) {
    const last = out.at(-1);
    if (last !== undefined && QUANTITY_JOIN.test(text.slice(last.end, span.start))) {
      out[out.length - 1] = { start: last.start, end: span.end };
    } else out.push(span);
  }
  return out;
}

/** Spans in order, those that touch or overlap made one. Sorts its argument. */
export function mergeSpans(spans: Span[]): Span[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const span of spans) {
    const last = out[out.length - 1];
    if (last !== undefined && span.start <= last.end) {
      if (span.end > last.end) out[out.length - 1] = { start: last.start, end: span.end };
    } else out.push(span);
  }
  return out;
}
