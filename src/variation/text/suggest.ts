import type { CaptionError } from "./errors.ts";
import { locate } from "./errors.ts";
import type { Gate, GateRules } from "./gates/gates.ts";
import { nearbyGates } from "./gates/nearby.ts";
import { lockedClauses } from "./gates/operators.ts";
import { flatten } from "./lexicon/cut.ts";
import { gated, isVetoed, mostPlaces } from "./lexicon/gated.ts";
import { entriesFor } from "./lexicon/lexicon.ts";
import { findMatches, type Match, registerOf } from "./lexicon/match.ts";
import { type Node, parseDraft } from "./parse.ts";
import { findProtected, scriptOf } from "./protect/protect.ts";

export interface SuggestInput {
  readonly draft: string;
  readonly protect?: readonly string[];
  readonly bannedWords?: readonly string[];
  /** Phrases, `phrase>option`, or entries as `@id`, not to be offered again. */
  readonly vetoes?: readonly string[];
}

/** Other words for one place of a draft, to approve or to veto. */
export interface Suggestion {
  /** UTF-16 offset and length of the words in the draft as given. */
  readonly offset: number;
  readonly length: number;
  readonly words: string;
  readonly entry: string;
  /** A little of what stands before and after. */
  readonly context: { readonly before: string; readonly after: string };
  /** `failed` names the gates an option does not pass here; such options are never used by themselves. */
  readonly options: readonly { readonly text: string; readonly failed: readonly Gate[] }[];
  /** Whether the lexicon uses it by itself; what else is offered waits for an approval. */
  readonly automatic: boolean;
  /** The markup that puts the passing options into the draft in place of `words`. */
  readonly markup: string;
}

export type Suggestions =
  | { readonly ok: true; readonly suggestions: readonly Suggestion[] }
  | { readonly ok: false; readonly errors: readonly CaptionError[] };

/** Offers the lexicon's options for the words of a draft that stand outside the author's own slots. */
export function suggestOptions(input: SuggestInput): Suggestions {
  const { draft, protect: brands = [], bannedWords = [], vetoes = [] } = input;
  const { nodes, faults } = parseDraft(draft);
  if (faults.length > 0) return { ok: false, errors: faults.map((f) => locate(draft, 0, f)) };
  const text = flatten(nodes);
  const script = scriptOf(text);
  const register = registerOf(text);
  const { automatic: entries, offered: asked } = entriesFor(text, script);
  const rules: GateRules = { brands, bannedWords, script };
  const spans = findProtected(text, brands, script);
  const locked = [...spans, ...lockedClauses(text, script)];
  const inWords = ({ start, end }: Match) => sourceOffset(nodes, start, end) !== undefined;
  const used = findMatches(text, locked, entries, register).filter(inWords);
  // Where the lexicon has its own say, nothing else is offered.
  const offered = findMatches(text, [...locked, ...used], asked, register).filter(inWords);
  const failedBy = nearbyGates(text, rules);
  // Together, as a caption is compiled: whoever approves neighbours gets options that go together.
  const passing = new Map(
    [used, offered]
      .flatMap((some) =>
        gated(text, some, { ...rules, script, register, entries, vetoes }, failedBy),
      )
      .map((match) => [match.start, match.options]),
  );
  const matches = [used, offered].flatMap(mostPlaces).sort((a, b) => a.start - b.start);
  const suggestions = matches.flatMap((match): Suggestion[] => {
    const offset = sourceOffset(nodes, match.start, match.end);
    const words = text.slice(match.start, match.end);
    if (offset === undefined || isVetoed(match, words, vetoes)) return [];
    const options = match.options
      .filter((option) => !vetoes.includes(`${words}>${option}`))
      .map((option) => ({
        text: option,
        failed: failedBy([{ start: match.start, end: match.end, text: option }]),
      }))
      .filter(
        (option) => passing.get(match.start)?.includes(option.text) || option.failed.length > 0,
      );
    if (options.length === 0) return [];
    const good = options.filter(({ failed }) => failed.length === 0).map((option) => option.text);
    return [
      {
        offset,
        length: match.end - match.start,
        words,
        entry: match.entry.id,
        context: {
          before: text.slice(Math.max(0, match.start - CONTEXT), match.start),
          after: text.slice(match.end, match.end + CONTEXT),
        },
        options,
        automatic: used.includes(match),
        markup: good.length === 0 ? words : `{${[words, ...good].join("|")}}`,
      },
    ];
  });
  return { ok: true, suggestions };
}

const CONTEXT = 12;

/** Where a stretch of the flat text stands in the source, if it lies in one stretch of top-level words. */
function sourceOffset(nodes: readonly Node[], start: number, end: number): number | undefined {
  let at = 0;
  for (const node of nodes) {
    const length = node.kind === "words" ? node.text.length : flatten([node]).length;
    if (node.kind === "words" && at <= start && end <= at + length) return node.offset + start - at;
    at += length;
  }
  return undefined;
}
