import { type Hunk, hunksOf, tokensOf } from "./tokens.ts";

/** A stretch of an option beside its original: the same in both, gone, or new. */
export interface Difference {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/**
 * An option word by word against its original; of Chinese, by runs of signs. Punctuation and spaces go with the
 * word before them. Without what is gone it reads as the option, without what is new as the original.
 */
export function wordDifference(original: string, option: string): Difference[] {
  const [a, b] = [original, option].map(piecesOf);
  if (a === undefined || b === undefined) return [];
  const hunks = hunksOf(a, b);
  if (hunks === undefined) return [gone(original), added(option)];
  const out: Difference[] = [];
  let at = 0;
  for (const { from, to, otherFrom, otherTo } of inRuns(hunks, a)) {
    if (from > at) out.push({ kind: "same", text: a.slice(at, from).join("") });
    if (to > from) out.push(gone(a.slice(from, to).join("")));
    if (otherTo > otherFrom) out.push(added(b.slice(otherFrom, otherTo).join("")));
    at = to;
  }
  if (at < a.length) out.push({ kind: "same", text: a.slice(at).join("") });
  return out;
}

const HAN = /^\p{Script=Han}/u;

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

function gone(text: string): Difference {
  return { kind: "gone", text };
}

function added(text: string): Difference {
  return { kind: "new", text };
}

/** A text in pieces whose concatenation it is, one for each word. */
function piecesOf(text: string): string[] {
  const starts = tokensOf(text).map(({ start }) => start);
  const edges = [...new Set([0, ...starts, text.length])];
  return edges.slice(1).map((end, i) => text.slice(edges[i], end));
}
