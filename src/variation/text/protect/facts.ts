import { protectedSequence, type Script } from "./protect.ts";

/** English units: what they count is as much a fact as the number. */
const UNIT =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|percent|dollars?|euros?|pounds?|cents?|miles?|met(?:er|re)s?|feet|foot|inch(?:es)?|grams?|kilos?|kg|lit(?:er|re)s?|people|persons?|seats?|places?|spots?|units?|pieces?|pairs?|packs?|boxes|bottles?|off|times?)$/i;

const ENGLISH_COUNT = /^([a-z]+|\p{Nd}[\p{Nd}.,:–-]*)([ -])([a-z]+)$/iu;

/**
 * The facts of a caption in order, for judging an author's own options. A protected span of English
 * takes the word after its number along ("five quiet" of "five quiet habits"): an author may reword
 * that, unless it is a unit.
 */
export function factSequence(text: string, brands: readonly string[], script: Script): string[] {
  const spans = protectedSequence(text, brands, script);
  if (script === "han") return spans;
  return spans.map((span) => {
    const [, count, , word = ""] = ENGLISH_COUNT.exec(span) ?? [];
    return count !== undefined && !UNIT.test(word) ? count : span;
  });
}
