/** Further drafts cut into segments and laid beside the first one's, where they say the same in the same order. */
import { differingFact, type Fact, factsOf } from "../facts/facts.ts";
import { normalise } from "../normalise.ts";
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

/** At most so many segments in a row are taken for one another's rewording. */
const BLOCK = 3;
/** Two blocks say the same with at least this share of the shorter one's bigrams in common. */
const ALIKE = 0.12;
/** And neither is longer than the other by more than this. */
const LONGER = 1.8;

/** A draft's segments as a row of its own. */
export function rowOf(segments: readonly DraftSegment[], draft: number): RowSegment[] {
  return segments.map(({ nodes, text, gap }) => {
    const [only] = nodes;
    const options = nodes.length === 1 && only?.kind === "choice" && !only.anyOrder;
    return { nodes, text, gap, from: options ? only.options.map(() => draft) : [draft] };
  });
}

/**
 * Lays a further draft beside a row: where facts, lines and order agree and each pair of blocks plainly
 * says the same, the draft's blocks become options of the row's. Undefined where it has to stand as a whole.
 */
export function alignDraft(
  row: readonly RowSegment[],
  other: readonly RowSegment[],
  brands: readonly string[],
): RowSegment[] | undefined {
  const blocks = align(
    row.map((s) => read(s, brands)),
    other.map((s) => read(s, brands)),
  );
  if (blocks === undefined || blocks.length < 2) return undefined;
  return blocks.map(({ from, to, otherFrom, otherTo }) =>
    merged(row.slice(from, to), other.slice(otherFrom, otherTo)),
  );
}

interface Read {
  readonly facts: readonly Fact[];
  readonly words: string;
  readonly breaks: boolean;
}

function read({ text, gap }: RowSegment, brands: readonly string[]): Read {
  return { facts: factsOf(text, brands), words: normalise(text), breaks: gap.includes("\n") };
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

interface Best {
  readonly score: number;
  readonly blocks: readonly Block[];
}

/** The row of block pairs that covers both and is most alike; dynamic programming over both ends. */
function align(a: readonly Read[], b: readonly Read[]): readonly Block[] | undefined {
  const best = new Map<string, Best>([["0 0", { score: 0, blocks: [] }]]);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let here: Best | undefined;
      for (let m = 1; m <= Math.min(BLOCK, i); m++) {
        for (let n = 1; n <= Math.min(BLOCK, j); n++) {
          if (m > 1 && n > 1) continue;
          const before = best.get(`${i - m} ${j - n}`);
          if (before === undefined) continue;
          const [one, two] = [a.slice(i - m, i), b.slice(j - n, j)];
          const likeness = sameBlock(one, two, i === a.length && j === b.length);
          if (likeness === undefined) continue;
          const score = before.score + likeness;
          if (here === undefined || score > here.score) {
            const block = { from: i - m, to: i, otherFrom: j - n, otherTo: j };
            here = { score, blocks: [...before.blocks, block] };
          }
        }
      }
      if (here !== undefined) best.set(`${i} ${j}`, here);
    }
  }
  const blocks = best.get(`${a.length} ${b.length}`)?.blocks;
  return blocks?.every((block) => isNearest(a, b, block)) ? blocks : undefined;
}

/** How alike two blocks are; undefined where they do not say the same. */
function sameBlock(one: readonly Read[], two: readonly Read[], last: boolean): number | undefined {
  const facts = (block: readonly Read[]) => block.flatMap((s) => s.facts);
  if (differingFact(facts(one), facts(two)) !== undefined) return undefined;
  const lines = (block: readonly Read[]) => block.filter((s) => s.breaks).length;
  const ends = (block: readonly Read[]) => block[block.length - 1]?.breaks;
  if (!last && (lines(one) !== lines(two) || ends(one) !== ends(two))) return undefined;
  const [x, y] = [one, two].map((block) => block.map((s) => s.words).join(""));
  if (x === undefined || y === undefined || x === "" || y === "") return undefined;
  if (Math.max(x.length, y.length) > LONGER * Math.min(x.length, y.length)) return undefined;
  // Of several sentences for one, each is said there: none is left out or said twice.
  const parts =
    one.length > 1 ? one.map((s) => share(s.words, y)) : two.map((s) => share(s.words, x));
  const likeness = share(x, y);
  return Math.min(likeness, ...parts) >= ALIKE ? likeness : undefined;
}

/** No block may be more like another place of the other draft than like its own. */
function isNearest(a: readonly Read[], b: readonly Read[], block: Block): boolean {
  const own = a
    .slice(block.from, block.to)
    .map((s) => s.words)
    .join("");
  const twin = b
    .slice(block.otherFrom, block.otherTo)
    .map((s) => s.words)
    .join("");
  const likeness = share(own, twin);
  return b.every(
    ({ words }, j) => (j >= block.otherFrom && j < block.otherTo) || share(own, words) <= likeness,
  );
}

/** The share of the shorter text's bigrams that the other has too. */
function share(x: string, y: string): number {
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length < 2) return 0;
  let common = 0;
  for (let i = 0; i + 1 < short.length; i++) if (long.includes(short.slice(i, i + 2))) common++;
  return common / (short.length - 1);
}

function merged(own: readonly RowSegment[], others: readonly RowSegment[]): RowSegment {
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
