/**
 * What a whole rewording is asked beyond the gates of every variant. A person's own options and the
 * lexicon's entries were read by somebody; a rewording that nobody has read yet gets no benefit of doubt.
 */
import { normalise } from "../normalise.ts";
import type { Script, Span } from "../protect/protect.ts";
import { sourceOf } from "../words/pattern.ts";
import { anyPatternOf, once, rulesOf } from "../words/words.ts";
import { addsAny } from "./adds.ts";
import { addsCharacters } from "./characters.ts";
import { lockedClauses, operatorsByClause } from "./operators.ts";

export type RewrittenGate = "characters" | "claims" | "voice";

/** Numbers in any dress, and words that fix a time: added ones are new facts. */
const newTokens = {
  han: once(
    () =>
      new RegExp(
        `\\p{N}|[一二三四五六七八九十百千万萬亿億两兩半俩倆仨廿卅零〇壹贰貳叁肆伍柒捌玖拾佰仟双雙倍]|${timesOf("han")}`,
        "gu",
      ),
  ),
  latin: once(() => {
    const numbers = sourceOf(rulesOf("numbers", "latin"), "latin");
    return new RegExp(`\\p{N}+|${numbers}|${timesOf("latin")}`, "giu");
  }),
};

function timesOf(script: Script): string {
  return sourceOf(rulesOf("times", script), script);
}

const LETTER = "(?!\\p{Script=Han})\\p{L}";
const LABEL_SIGN = "(?!\\p{Script=Han})[\\p{L}\\p{N}-]";
const LABEL = `(?:${LABEL_SIGN})+`;

/**
 * Anything with the shape of an address on the web, whatever its last part. It begins only where no part
 * of an address stands before it, which keeps the search linear.
 */
export const ADDRESS = new RegExp(
  `(?<!${LABEL_SIGN}\\.?)${LABEL}(?:\\.${LABEL})*\\.(?:${LETTER}){2,}` +
    "(?:[/?#][^\\s\\p{Script=Han}]*)?",
  "gu",
);

/** Who speaks. */
export const I = /我(?![们們])|俺|本人|亲测|親測|自用|\b(?:i|me|my|mine|myself)\b/iu;
export const WE = /[我咱][们們]|咱|\b(?:we|us|our|ours|ourselves)\b/iu;

/** The gates of a rewording alone; `newTokens` and `operators` sharpen gates that all variants have. */
export function rewrittenGatesOf(draft: string, script: Script) {
  const locked = lockedTexts(draft, script);
  const operators = operatorsInOrder(draft, script);
  const addresses: readonly string[] = draft.match(ADDRESS) ?? [];
  return (variant: string) => ({
    newTokens:
      addsAny(draft, variant, newTokens[script]()) ||
      !same(addresses, variant.match(ADDRESS) ?? []),
    operators:
      !same(locked, lockedTexts(variant, script)) ||
      !same(operators, operatorsInOrder(variant, script)),
    characters: addsCharacters(draft, variant),
    claims: addsAny(draft, variant, anyPatternOf("claims")),
    voice: speaksAnew(draft, variant),
  });
}

const STYLE_BEFORE = /^(?:\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u200d])+/u;
const STYLE_BEHIND =
  /(?<!\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u200d])(?:\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u200d])+$/u;

/** The clauses that deny, limit or condition, without the spaces and pictures at their ends. */
export function lockedSpans(text: string, script: Script): Span[] {
  return lockedClauses(text, script).map(({ start, end }) => {
    const clause = text.slice(start, end);
    const before = STYLE_BEFORE.exec(clause)?.[0].length ?? 0;
    return { start: start + before, end: end - (STYLE_BEHIND.exec(clause)?.[0].length ?? 0) };
  });
}

function lockedTexts(text: string, script: Script): string[] {
  return lockedSpans(text, script).map(({ start, end }) => text.slice(start, end));
}

/** A rewording may cut its other clauses anew, so theirs are compared in order alone. */
function operatorsInOrder(text: string, script: Script): string[] {
  return operatorsByClause(text, script).join(" ").split(/\s+/).filter(Boolean);
}

/** A first person where the author wrote none. */
function speaksAnew(draft: string, variant: string): boolean {
  const said = I.test(draft);
  return (I.test(variant) && !said) || (WE.test(variant) && !said && !WE.test(draft));
}

/** Words alone, so that neither spaces nor emoji make up for what is missing. */
export function wordsWithin(draft: string, variant: string, slack: number): boolean {
  const was = [...normalise(draft)].length;
  return Math.abs([...normalise(variant)].length - was) <= was * slack;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
