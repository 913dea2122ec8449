import { type Hunk, hunksOf, tokensOf } from "./tokens.ts";

/** A stretch of an option beside its original: the same in both, gone, or new. */
export interface Difference {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/**
 * An option word by word against its original; of Chinese, by runs of signs. Punctuation and spaces go with the
 * word before them, what opens with the word after it. Without what is gone it reads as the option, without what
 * is new as the original.
 */
export function wordDifference(original: string, option: string): Difference[] {
  const [a, b] = [original, option].map(piecesOf);
  if (a === undefined || b === undefined) return [];
  const hunks = hunksOf(a, b);
  if (hunks === undefined) {
    return [
      { kind: "gone", text: original },
      { kind: "new", text: option },
    ];
  }
  const out: Difference[] = [];
  const tell = (kind: Difference["kind"], text: string) => {
    const last = out[out.length - 1];
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text };
    else if (text !== "") out.push({ kind, text });
  };
  let at = 0;
  for (const { from, to, otherFrom, otherTo } of inRuns(hunks, a)) {
    tell("same", a.slice(at, from).join(""));
    const was = Array.from(a.slice(from, to).join(""));
    const is = Array.from(b.slice(otherFrom, otherTo).join(""));
    const head = alikeAtStart(was, is);
    const tail = alikeAtStart(was.slice(head).toReversed(), is.slice(head).toReversed());
    tell("same", was.slice(0, head).join(""));
    tell("gone", was.slice(head, was.length - tail).join(""));
    tell("new", is.slice(head, is.length - tail).join(""));
    tell("same", was.slice(was.length - tail).join(""));
    at = to;
  }
  tell("same", a.slice(at).join(""));
  return out;
}

const MARK = /[\p{P}\p{S}]/u;

/** How many marks both begin with: a comma or bracket of both is no difference, whichever word it goes with. */
function alikeAtStart(was: readonly string[], is: readonly string[]): number {
  const end = was.findIndex((sign, i) => sign !== is[i] || !MARK.test(sign));
  return end < 0 ? was.length : end;
}

const OPENS = /[\p{Ps}\p{Pi}]/u;
const HAN = /^[\p{Ps}\p{Pi}]*\p{Script=Han}/u;

/**
 * One Chinese sign between two changes that happens to be in both is read as changed with them: people read words, and a
 * sign alone is seldom one. A sign that is left out or put in by itself stays so.
 */
function inRuns(hunks: readonly Hunk[], original: readonly string[]): Hunk[] {
  return hunks.reduce<Hunk[]>((runs, hunk) => {
    const last = runs[runs.length - 1];
    const between = last && original.slice(last.to, hunk.from);
    const isLone = between?.length === 1 && HAN.test(between[0] ?? "");
    if (last === undefined || !isLone) runs.push(hunk);
    else runs[runs.length - 1] = { ...last, to: hunk.to, otherTo: hunk.otherTo };
    return runs;
  }, []);
}

/** A text in pieces whose concatenation it is, one for each word. */
function piecesOf(text: string): string[] {
  const starts = tokensOf(text).map(({ start }) => {
    let at = start;
    while (OPENS.test(text.charAt(at - 1))) at--;
    return at;
  });
  const edges = [...new Set([0, ...starts, text.length])];
  return edges.slice(1).map((end, i) => text.slice(edges[i], end));
}
