import { sourceOf } from "../words/pattern.ts";
import { once, rulesOf } from "../words/words.ts";
import { protectedSequence, type Script } from "./protect.ts";

/** English units: what they count is as much a fact as the number. */
const unit = once(() => new RegExp(`^(?:${sourceOf(rulesOf("units", "latin"), "latin")})$`, "iu"));

const ENGLISH_COUNT = /^([a-z]+|.*\p{Nd}[\p{Nd} .,:–-]*?)([ -])([a-z]+)$/isu;

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
    return count !== undefined && !unit().test(word) ? count : span;
  });
}
