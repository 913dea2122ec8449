/** What is counted of a node – a sender, or a viewer who passed something on – over any number of trees. */
import { depthsOf, subtreeSizes } from "../spread/metrics.ts";
import type { SpreadTree } from "../spread/tree.ts";

export type NodeFigures = {
  /** A sender's or a viewer's id. */
  readonly key: string;
  /** Readers who came directly. */
  readonly direct: number;
  /** Of them those of whom it is known how they read: who agreed to be remembered. */
  readonly known: number;
  /** Readers who came through those, at any distance. */
  readonly indirect: number;
  /** The most readers at one distance, in its widest tree. */
  readonly width: number;
  /** Of the known readers those whose read qualifies. */
  readonly qualified: number;
  /** Of the qualified those who reached a goal. */
  readonly converted: number;
  /** Of the qualified those through whom somebody else came. */
  readonly passedOn: number;
};

/** One tree and what its readers did, by node. */
export type JudgedTree = {
  readonly tree: SpreadTree;
  /** Whose node it is: the link's sender at the root, a viewer's id; null for a stub, who is never judged. */
  readonly owners: readonly (string | null)[];
  /** Absent where it is known of everybody how they read. */
  readonly known?: ArrayLike<boolean>;
  readonly qualified: ArrayLike<boolean>;
  readonly converted: ArrayLike<boolean>;
};

/** Figures by owner, pooled over trees, in order of key. Owners through whom nobody came are left out. */
export function figuresOf(trees: readonly JudgedTree[]): NodeFigures[] {
  const pooled = new Map<string, NodeFigures>();
  for (const judged of trees) {
    for (const own of figuresIn(judged)) {
      const known = pooled.get(own.key);
      pooled.set(own.key, known ? together(known, own) : own);
    }
  }
  return [...pooled.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function together(a: NodeFigures, b: NodeFigures): NodeFigures {
  return {
    key: a.key,
    direct: a.direct + b.direct,
    known: a.known + b.known,
    indirect: a.indirect + b.indirect,
    width: Math.max(a.width, b.width),
    qualified: a.qualified + b.qualified,
    converted: a.converted + b.converted,
    passedOn: a.passedOn + b.passedOn,
  };
}

function figuresIn({ tree, owners, known, qualified, converted }: JudgedTree): NodeFigures[] {
  const { parents } = tree;
  const below = subtreeSizes(parents);
  const widths = widthsOf(parents, depthsOf(parents));
  const counts = Array.from(parents, () => ({
    direct: 0,
    known: 0,
    qualified: 0,
    converted: 0,
    passedOn: 0,
  }));
  for (let node = 1; node < parents.length; node++) {
    const parent = counts[parents[node] as number];
    if (!parent) continue;
    parent.direct++;
    if (known && !known[node]) continue;
    parent.known++;
    if (!qualified[node]) continue;
    parent.qualified++;
    if (converted[node]) parent.converted++;
    if ((below[node] as number) > 1) parent.passedOn++;
  }
  return counts.flatMap((count, node) => {
    const key = owners[node];
    if (key == null || count.direct === 0) return [];
    const indirect = (below[node] as number) - 1 - count.direct;
    return [{ key, ...count, indirect, width: widths[node] as number }];
  });
}

/**
 * The widest level below each node. Levels of a smaller child are added to those of the child that goes
 * deepest, so that each level is touched as often as a branch ends: linear in nodes.
 */
function widthsOf(parents: Int32Array, depths: Int32Array): Int32Array {
  const levels: (number[] | undefined)[] = new Array(parents.length);
  const widths = new Int32Array(parents.length);
  for (let node = parents.length - 1; node >= 0; node--) {
    // Levels are kept from the deepest up, so that a parent's own level is pushed, not put in front.
    const own = levels[node] ?? [];
    const parent = parents[node] as number;
    levels[node] = undefined;
    if (depths[node] === 0) break;
    widths[parent] = Math.max(widths[parent] as number, widths[node] as number);
    own.push(1);
    const known = levels[parent];
    if (!known) {
      levels[parent] = own;
      widths[parent] = Math.max(widths[parent] as number, 1);
      continue;
    }
    const [longer, shorter] = known.length < own.length ? [own, known] : [known, own];
    for (let back = 1; back <= shorter.length; back++) {
      const at = longer.length - back;
      const breadth = (longer[at] as number) + (shorter[shorter.length - back] as number);
      longer[at] = breadth;
      widths[parent] = Math.max(widths[parent] as number, breadth);
    }
    levels[parent] = longer;
  }
  return widths;
}
