/** A draft's segments as a model is asked about them and as their options are written into the draft. */

import { ADDRESS } from "../gates/rewritten.ts";
import { flatten } from "../lexicon/cut.ts";
import { normalise } from "../normalise.ts";
import { lockedTerms } from "../options/operators.ts";
import { parseDraft } from "../parse.ts";
import { findProtected, mergeSpans, type Script, type Span, scriptOf } from "../protect/protect.ts";
import { segmentIds } from "../segments/ids.ts";
import { cutNodes } from "../segments/nodes.ts";

export interface AskedSentence {
  /** Made from what it says at first: holds as long as that does. */
  readonly id: string;
  readonly text: string;
  /** White space behind it. */
  readonly gap: string;
  /** Where it stands in the draft as given, in UTF-16 units. */
  readonly source: Span;
  /** What the author's own markup says in its place, the first left out; undefined where a slot is only a part of it. */
  readonly options: readonly string[] | undefined;
  /** What an option keeps byte for byte, by offsets in the text. */
  readonly kept: readonly Span[];
  /** Whether enough of it is left to be said otherwise. */
  readonly isOpen: boolean;
}

/** A sentence with fewer letters than this outside its facts is not asked about. */
const FEWEST = { han: 5, latin: 12 } as const;
/** A text that itself has the signs that marks are made of. */
const MARK_SIGNS = /[⟦⟧]+/gu;

/** A draft's segments in order. Throws a RangeError for markup that does not parse. */
export function askedSentences(source: string, brands: readonly string[] = []): AskedSentence[] {
  const { nodes, faults } = parseDraft(source);
  if (faults.length > 0) throw new RangeError("The draft's markup needs mending first.");
  const whole = flatten(nodes);
  const script = scriptOf(whole);
  const segments = cutNodes(nodes, script, findProtected(whole, brands, script));
  const ids = segmentIds(segments.map(({ text }) => text));
  return segments.map((segment, i): AskedSentence => {
    const [only] = segment.nodes;
    const isWords = segment.nodes.every(({ kind }) => kind === "words");
    const isSlot = segment.nodes.length === 1 && only?.kind === "choice" && !only.anyOrder;
    const others = isSlot ? only.options.slice(1).map((option) => flatten(option)) : undefined;
    const kept = keptSpans(segment.text, brands, script);
    const letters = [...normalise(without(segment.text, kept))].length;
    const options = isWords ? [] : others;
    return {
      id: ids[i] ?? "",
      text: segment.text,
      gap: segment.gap,
      source: segment.source,
      options,
      kept,
      isOpen: options !== undefined && letters >= FEWEST[script],
    };
  });
}

/** Facts, and whole the clauses that disclaim or condition an offer. */
function keptSpans(text: string, brands: readonly string[], script: Script): Span[] {
  const signs = [...text.matchAll(MARK_SIGNS), ...text.matchAll(ADDRESS)];
  const terms = lockedTerms(text, script).map((term) => {
    const start = text.indexOf(term);
    return { start, end: start + term.length };
  });
  return mergeSpans([
    ...findProtected(text, brands, script),
    ...terms,
    ...signs.map(({ index, 0: sign }) => ({ start: index, end: index + sign.length })),
  ]);
}

function without(text: string, spans: readonly Span[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of spans) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}

/** What a draft says with its first options. */
export function textOf(sentences: readonly AskedSentence[]): string {
  return sentences.map(({ text, gap }) => text + gap).join("");
}

/** A draft with further options for some of its sentences, by their ids, written as markup in their places. */
export function withOptions(
  source: string,
  sentences: readonly AskedSentence[],
  added: ReadonlyMap<string, readonly string[]>,
): string {
  // From the end, so that the offsets before stay true.
  return sentences.toReversed().reduce((draft, { id, source: { start, end }, options }) => {
    const more = (added.get(id) ?? []).map((text) => text.replace(/[\\{|}｛｜｝]/g, "\\$&"));
    if (more.length === 0 || options === undefined) return draft;
    const written = draft.slice(start, end);
    const slot = options.length > 0 ? written.slice(0, -1) : `{${written}`;
    return `${draft.slice(0, start)}${slot}|${more.join("|")}}${draft.slice(end)}`;
  }, source);
}
