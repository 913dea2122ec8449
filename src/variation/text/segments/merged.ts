/** The row of segments that a draft is, and segments of several drafts made one. */
import type { Node } from "../parse.ts";
import type { DraftSegment } from "./nodes.ts";

/** A segment, or several that stand for one another as a block, with whose drafts' words it holds. */
export interface RowSegment {
  readonly nodes: readonly Node[];
  readonly text: string;
  readonly gap: string;
  /** For each option the draft it comes from, where the segment is one slot; else that of its words. */
  readonly from: readonly number[];
}

/** A draft's segments as a row of its own. */
export function rowOf(segments: readonly DraftSegment[], draft: number): RowSegment[] {
  return segments.map(({ nodes, text, gap }) => {
    const [only] = nodes;
    const options = nodes.length === 1 && only?.kind === "choice" && !only.anyOrder;
    return { nodes, text, gap, from: options ? only.options.map(() => draft) : [draft] };
  });
}

/** Segments of a row, and those of another that say the same, as one: each wording an option. */
export function merged(own: readonly RowSegment[], others: readonly RowSegment[]): RowSegment {
  const last = own[own.length - 1];
  const options = [...optionsOf(own), ...optionsOf(others)];
  const said = new Set<string>();
  const different = options.filter(({ nodes }) => {
    const key = JSON.stringify(nodes, (name, value) =>
      name === "offset" || name === "end" ? undefined : value,
    );
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
  const [first] = different;
  const text = own.map((s, i) => s.text + (i < own.length - 1 ? s.gap : "")).join("");
  const gap = last?.gap ?? "";
  if (different.length === 1) {
    return { nodes: first?.nodes ?? [], text, gap, from: [first?.draft ?? 0] };
  }
  const offset = first?.nodes[0]?.offset ?? 0;
  const slot: Node = {
    kind: "choice",
    options: different.map(({ nodes }) => nodes),
    anyOrder: false,
    offset,
    end: offset,
  };
  return { nodes: [slot], text, gap, from: different.map(({ draft }) => draft) };
}

interface Option {
  readonly nodes: readonly Node[];
  readonly draft: number;
}

/** A block's options: a slot's own, or all its words, gaps between them included. */
function optionsOf(block: readonly RowSegment[]): Option[] {
  const [one] = block;
  const [only] = one?.nodes ?? [];
  if (block.length === 1 && one?.nodes.length === 1 && only?.kind === "choice" && !only.anyOrder) {
    return only.options.map((option, i) => ({ nodes: option, draft: one.from[i] ?? 0 }));
  }
  const nodes = block.flatMap((segment, i): readonly Node[] => {
    const offset = segment.nodes[segment.nodes.length - 1]?.end ?? 0;
    const gap: Node[] =
      i < block.length - 1 && segment.gap !== ""
        ? [{ kind: "words", text: segment.gap, offset, end: offset }]
        : [];
    return [...segment.nodes, ...gap];
  });
  return [{ nodes, draft: block[0]?.from[0] ?? 0 }];
}
