/** A draft's segments as a model is asked about them. */

import { ADDRESS } from "../gates/rewritten.ts";
import { normalise } from "../normalise.ts";
import { lockedTerms } from "../options/operators.ts";
import { findProtected, mergeSpans, type Script, type Span } from "../protect/protect.ts";
import { hasInnerSlots, readDraft, waysOf } from "../segments/read.ts";

export interface AskedSentence {
  /** Made from what it says at first: holds as long as that does. */
  readonly id: string;
  readonly text: string;
  /** White space behind it. */
  readonly gap: string;
  /** What the author's own markup says in its place, the first left out. */
  readonly options: readonly string[];
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
  const { segments, ids, script } = readDraft(source, brands);
  return segments.map((segment, i): AskedSentence => {
    const kept = keptSpans(segment.text, brands, script);
    const letters = [...normalise(without(segment.text, kept))].length;
    return {
      id: ids[i] ?? "",
      text: segment.text,
      gap: segment.gap,
      options: waysOf(segment).slice(1),
      kept,
      isOpen: !hasInnerSlots(segment) && letters >= FEWEST[script],
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
