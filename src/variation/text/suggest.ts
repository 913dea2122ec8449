import type { CaptionError } from "./errors.ts";
import { locate } from "./errors.ts";
import type { Gate, GateRules } from "./gates/gates.ts";
import { nearbyGates } from "./gates/nearby.ts";
import { lockedClauses } from "./gates/operators.ts";
import { flatten } from "./lexicon/cut.ts";
import type { LexiconEntry, Register } from "./lexicon/entry.ts";
import { gated, isVetoed, mostPlaces, placesIn } from "./lexicon/gated.ts";
import { entriesFor } from "./lexicon/lexicon.ts";
import { findMatches, type Match, registerOf } from "./lexicon/match.ts";
import { type Node, parseDraft } from "./parse.ts";
import { findProtected, type Script, scriptOf } from "./protect/protect.ts";
import { RUNS_ON } from "./segments/cut.ts";
import { echoesNextDoor } from "./segments/echoes.ts";
import { cutNodes, type DraftSegment } from "./segments/nodes.ts";

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
  const { automatic: entries, offered: asked } = entriesFor(text, script);
  const spans = findProtected(text, brands, script);
  const segments = cutNodes(nodes, script, spans);
  const reader: Reader = {
    text,
    vetoes,
    rules: { brands, bannedWords, script, within: text },
    register: registerOf(text),
    entries,
    asked,
  };
  const offered = new Set<string>();
  const suggestions = segments.flatMap((segment, i): Suggestion[] => {
    const before = segments[i - 1]?.text ?? "";
    const behind = segments[i + 1]?.text ?? "";
    const said = new Set(offered);
    offered.clear();
    const isEcho = (words: string, option: string, automatic: boolean) => {
      if (automatic) offered.add(option.toLowerCase());
      return echoesNextDoor({ words, option, before, behind }, said);
    };
    return segment.text.length < RUNS_ON ? suggestIn(segment, reader, isEcho) : [];
  });
  return { ok: true, suggestions };
}

/** What is known of the whole draft when one of its segments is read. */
interface Reader {
  readonly text: string;
  readonly vetoes: readonly string[];
  readonly rules: GateRules & { readonly script: Script };
  readonly register: Register;
  readonly entries: readonly LexiconEntry[];
  readonly asked: readonly LexiconEntry[];
}

function suggestIn(
  { nodes, text, start }: DraftSegment,
  { text: whole, vetoes, rules, register, entries, asked: waiting }: Reader,
  isEcho: (words: string, option: string, automatic: boolean) => boolean,
): Suggestion[] {
  const locked = [
    ...findProtected(text, rules.brands, rules.script),
    ...lockedClauses(text, rules.script),
  ];
  const inWords = (match: Match) => sourceOffset(nodes, match.start, match.end) !== undefined;
  const used = findMatches(text, locked, entries, register).filter(inWords);
  // Where the lexicon has its own say, nothing else is offered.
  const asked = findMatches(text, [...locked, ...used], waiting, register).filter(inWords);
  const places = placesIn(text, whole);
  const failedBy = nearbyGates(text, rules);
  // Together, as a caption is compiled: whoever approves neighbours gets options that go together.
  const passing = new Map(
    [used, asked]
      .flatMap((some) =>
        gated(text, some, { ...rules, register, entries, vetoes, places }, failedBy),
      )
      .map((match) => [match.start, match.options]),
  );
  const matches = [used, asked]
    .flatMap((some) => mostPlaces(some, places))
    .sort((a, b) => a.start - b.start);
  return matches.flatMap((match): Suggestion[] => {
    const offset = sourceOffset(nodes, match.start, match.end);
    const words = text.slice(match.start, match.end);
    const automatic = used.includes(match);
    if (offset === undefined || isVetoed(match, words, vetoes)) return [];
    const options = match.options
      .filter((option) => !vetoes.includes(`${words}>${option}`))
      .map((option) => ({
        text: option,
        failed: failedBy([{ start: match.start, end: match.end, text: option }]),
      }))
      .filter(({ text: option, failed }) =>
        failed.length > 0
          ? true
          : passing.get(match.start)?.includes(option) && !isEcho(words, option, automatic),
      );
    if (options.length === 0) return [];
    const good = options.filter(({ failed }) => failed.length === 0).map((option) => option.text);
    const [from, to] = [start + match.start, start + match.end];
    return [
      {
        offset,
        length: match.end - match.start,
        words,
        entry: match.entry.id,
        context: {
          before: whole.slice(Math.max(0, from - CONTEXT), from),
          after: whole.slice(to, to + CONTEXT),
        },
        options,
        automatic,
        markup: good.length === 0 ? words : `{${[words, ...good].join("|")}}`,
      },
    ];
  });
}

const CONTEXT = 12;

/** Where a stretch of a segment's text stands in the source, if it lies in one stretch of words. */
function sourceOffset(nodes: readonly Node[], start: number, end: number): number | undefined {
  let at = 0;
  for (const node of nodes) {
    const length = node.kind === "words" ? node.text.length : flatten([node]).length;
    if (node.kind === "words" && at <= start && end <= at + length) return node.offset + start - at;
    at += length;
  }
  return undefined;
}
