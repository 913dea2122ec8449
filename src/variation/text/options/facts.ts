/** The facts of a segment are a set: an option has the same ones, byte for byte. */
import { differingFact, type Fact, factsOf } from "../facts/facts.ts";
import { factSequence } from "../protect/facts.ts";
import type { Script } from "../protect/protect.ts";
import { says } from "./spans.ts";

export interface SegmentFacts {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly spans: readonly string[];
}

export function segmentFacts(
  text: string,
  brands: readonly string[],
  script: Script,
): SegmentFacts {
  const spans = factSequence(text, brands, script)
    .flatMap((span) => (script === "latin" ? span.split(AMOUNTS) : span))
    .map(withoutEnd)
    .filter((one) => one !== "");
  return { text, facts: factsOf(text, brands), spans };
}

/** Between two amounts of English that are one span and may stand apart: "January 31 and $45". */
const AMOUNTS = /(?<=\p{Nd}\S*)\s(?:and|or)\s(?=[$£€]?\p{Nd})/u;

/** What ends a sentence or closes one stands behind a fact there, and is none of it: "15 December." in another place has none. */
const END = /[\s.,;:!?。．，、；：！？…·]+$/u;
/** A stop that stands within what is closed, where another style has it without. */
const END_WITHIN = /[.,。．，、]+(?=[)\]}）】〕”’"'」』》〉])/gu;
const CLOSING = /[)\]}）】〕”’"'」』》〉]$/u;
const OPENING = /^[([{（【〔“‘"'「『《〈]/u;

function withoutEnd(span: string): string {
  let left = span.replace(END, "");
  // A mark that closes what the span itself opens is part of it: a quotation, a title.
  while (CLOSING.test(left) && !OPENING.test(left)) left = left.slice(0, -1).replace(END, "");
  return OPENING.test(left) && CLOSING.test(left)
    ? left.slice(0, 1) + left.slice(1, -1).replace(END, "") + left.slice(-1)
    : left;
}

/** Digits, links, names, quotations and signs: what is said in letters of Chinese or English alone is compared by value. */
const EXACT = /[\p{Nd}@＠#＃“”「」『』《》【】]|:\/\/|\p{Extended_Pictographic}/u;
const LATIN = /\p{Script=Latin}/u;

/** The fact that an option misses, changes or adds; undefined where both have the same set. */
export function changedFact(
  own: SegmentFacts,
  option: SegmentFacts,
  script: Script,
): string | undefined {
  const isExact = (span: string) => EXACT.test(span) || (script === "han" && LATIN.test(span));
  const plain = option.text.replace(END_WITHIN, "").toLowerCase();
  const lost = own.spans.find((span) => isExact(span) && !says(plain, span.toLowerCase()));
  if (lost !== undefined) return lost;
  const before = own.text.replace(END_WITHIN, "").toLowerCase();
  const added = option.spans
    .filter(isExact)
    .flatMap((span) => pieces(span))
    .find((piece) => !before.includes(piece.toLowerCase()));
  return (
    added ??
    differingFact(own.facts, option.facts)?.text ??
    leftOut(own, option) ??
    changedTerm(own.text, option.text)
  );
}

/** A number that may be none and of more than one numeral, which an option does not say in any writing: 满一百. */
function leftOut(own: SegmentFacts, option: SegmentFacts): string | undefined {
  return own.facts.find(
    ({ value, text, soft }) =>
      soft &&
      TENS.test(text) &&
      LARGE.test(value) &&
      !option.facts.some((fact) => fact.value === value),
  )?.text;
}

const LARGE = /^\d{2,}$/;
/** Of two numerals side by side one may end a name: 科目二一把过. */
const TENS = /[十百千万萬]/u;

/** What is paid, bought, broken or given by number alone: 押一付三, 坏一赔一. */
const TERM =
  /[押付买買坏壞退假缺赔賠送罚罰换換减減满滿][一二三四五六七八九十两兩半]+(?=[\p{P}\s押付赔賠送减減得的]|$)/gu;

/** Such a term that only one of two texts has. */
function changedTerm(own: string, option: string): string | undefined {
  const [before, now] = [own, option].map((text) => new Set(text.match(TERM) ?? []));
  const only = (a = new Set<string>(), b = new Set<string>()) =>
    [...a].find((term) => !b.has(term));
  return only(before, now) ?? only(now, before);
}

/** A span may begin and end with other words in another place; what it is about stays. */
function pieces(span: string): string[] {
  return /\p{Nd}/u.test(span) && !LATIN.test(span)
    ? (span.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? [])
    : [span];
}
