/** The facts of a segment are a set: an option has the same ones, byte for byte. */
import { differingFact, type Fact, factsOf } from "../facts/facts.ts";
import { protectedSequence, type Script } from "../protect/protect.ts";

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
  const spans = protectedSequence(text, brands, script)
    .map(withoutEnd)
    .filter((one) => one !== "");
  return { text, facts: factsOf(text, brands), spans };
}

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
  const lost = own.spans.find((span) => isExact(span) && !plain.includes(span.toLowerCase()));
  if (lost !== undefined) return lost;
  const before = own.text.replace(END_WITHIN, "").toLowerCase();
  const added = option.spans
    .filter(isExact)
    .flatMap((span) => pieces(span))
    .find((piece) => !before.includes(piece.toLowerCase()));
  return added ?? differingFact(own.facts, option.facts)?.text;
}

/** A span may begin and end with other words in another place; what it is about stays. */
function pieces(span: string): string[] {
  return /\p{Nd}/u.test(span) && !LATIN.test(span)
    ? (span.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? [])
    : [span];
}
