import { failedGates, type Gate, type GateRules } from "./gates/gates.ts";
import { ADDRESS, lockedSpans } from "./gates/rewritten.ts";
import { flatten } from "./lexicon/cut.ts";
import { normalise } from "./normalise.ts";
import { parseDraft } from "./parse.ts";
import { findProtected, mergeSpans, type Script, type Span, scriptOf } from "./protect/protect.ts";

/** A text that itself has the signs that marks are made of: they are hidden too. */
const MARK_SIGNS = /[⟦⟧]+/gu;

/** A draft as a sender could post it: its markup resolved to the first options. Throws a RangeError for markup that
 * does not parse. */
export function draftText(source: string): string {
  const { nodes, faults } = parseDraft(source);
  if (faults.length > 0) throw new RangeError("The draft's markup needs mending first.");
  return flatten(nodes);
}

/** A text as a draft that says just that: the signs of markup stand for themselves. */
export function asDraft(text: string): string {
  return text.replace(/[\\{|}｛｜｝]/g, "\\$&");
}

/** What a rewording has to keep, each once and in order. `script` is that of the draft it rewords. */
function hiddenSpans(text: string, brands: readonly string[], script: Script): Span[] {
  const signs = [...text.matchAll(MARK_SIGNS), ...text.matchAll(ADDRESS)];
  return mergeSpans([
    ...findProtected(text, brands, script),
    ...lockedSpans(text, script),
    ...signs.map(({ index, 0: sign }) => ({ start: index, end: index + sign.length })),
  ]);
}

/** `marks`: facts and locked clauses are not all there, once each and in order. `same`: said already. */
type ProposalFault = Gate | "marks" | "same";

interface ProposalRules extends GateRules {
  /** Wordings that exist already, markup resolved: saying one of them again is a fault. */
  readonly known?: readonly string[];
}

/**
 * What keeps a whole rewording of a draft from being used; nothing when a person may approve it. `draft`
 * has its markup resolved.
 */
export function failedWording(
  draft: string,
  text: string,
  { known = [], ...rules }: ProposalRules = {},
): ProposalFault[] {
  if (isFarTooLong(draft, text)) return ["length"];
  const { brands = [], script = scriptOf(draft) } = rules;
  const kept = (words: string) =>
    hiddenSpans(words, brands, script).map(({ start, end }) => words.slice(start, end));
  const faults: ProposalFault[] = failedGates(draft, text, { ...rules, rewritten: true });
  if (kept(draft).join("\n") !== kept(text).join("\n")) faults.unshift("marks");
  const wording = normalise(text);
  if ([draft, ...known].some((other) => normalise(other) === wording)) faults.push("same");
  return faults;
}

/** What need not be read any closer: gates take their time, and an answer may have any length. */
function isFarTooLong(draft: string, text: string): boolean {
  return text.length > 2 * draft.length + 100;
}
