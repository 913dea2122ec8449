/** From a root link's nodes to a tree that can be measured. */
import type { SpreadNode } from "./node.ts";

/** A tree in arrays: every node stands after its parent, the link's sender is node 0. */
export type SpreadTree = {
  /** The reader's key by node; "" for the root. */
  readonly keys: readonly string[];
  /** The parent by node; -1 for the root. */
  readonly parents: Int32Array;
};

const ROOT_KEY = "";

/**
 * The tree of one root link. A reader hangs from whom their first touch came through. It hangs from the
 * root where that cannot be true: nobody came first through somebody when others had already come
 * through them. Where coarse times leave a circle, it is opened at whoever of it stands first.
 *
 * @param nodes one a reader, in any order; parents without a row are added as stubs
 */
export function treeOf(nodes: readonly SpreadNode[]): SpreadTree {
  const byKey = new Map<string, number>();
  const sorted = withStubs(nodes);
  for (const [at, { reader }] of sorted.entries()) byKey.set(reader, at);
  const claimed = Int32Array.from(sorted, (node) => {
    const parent = parentOf(node);
    return parent === null ? -1 : (byKey.get(parent) ?? -1);
  });
  openCircles(claimed);
  return inOrder(
    sorted.map(({ reader }) => reader),
    claimed,
  );
}

/** Through whom a reader came first, as far as it can be true. */
export function parentOf({ first, passedOnAt }: SpreadNode): string | null {
  if (!first) return null;
  return passedOnAt !== null && passedOnAt < first.at ? null : first.parent;
}

/** In order of first touch, then of key: so siblings stand in the order in which they came. */
function withStubs(nodes: readonly SpreadNode[]): SpreadNode[] {
  const known = new Set(nodes.map(({ reader }) => reader));
  const stubs = new Map<string, SpreadNode>();
  for (const { first } of nodes) {
    const parent = first?.parent ?? null;
    if (parent === null || known.has(parent)) continue;
    stubs.set(parent, { reader: parent, first: null, passedOnAt: null });
  }
  const since = ({ first, passedOnAt }: SpreadNode) => first?.at ?? passedOnAt ?? 0;
  return [...nodes, ...stubs.values()].sort(
    (a, b) => since(a) - since(b) || (a.reader < b.reader ? -1 : 1),
  );
}

/** Each node is walked once: those on the way have its number, a circle is a way that meets itself. */
function openCircles(parents: Int32Array): void {
  const walkOf = new Int32Array(parents.length).fill(-1);
  for (let start = 0; start < parents.length; start++) {
    let node = start;
    while (node !== -1 && walkOf[node] === -1) {
      walkOf[node] = start;
      node = parents[node] as number;
    }
    if (node === -1 || walkOf[node] !== start) continue;
    let least = node;
    for (let next = parents[node] as number; next !== node; next = parents[next] as number) {
      least = Math.min(least, next);
    }
    parents[least] = -1;
  }
}

/** Breadth first from a root that is put before all. */
function inOrder(keys: readonly string[], parents: Int32Array): SpreadTree {
  const count = keys.length;
  const from = childOffsets(parents);
  const children = new Int32Array(count);
  const next = from.slice();
  for (let node = 0; node < count; node++) {
    const owner = (parents[node] as number) + 1;
    const slot = next[owner] as number;
    children[slot] = node;
    next[owner] = slot + 1;
  }
  const ordered = new Int32Array(count + 1).fill(-1);
  const placeOf = new Int32Array(count + 1);
  let filled = 1;
  for (let place = 0; place < filled; place++) {
    // The children of node n begin at from[n + 1]; those of the root, -1, at from[0].
    const node = ordered[place] as number;
    for (let at = from[node + 1] as number; at < (from[node + 2] as number); at++) {
      placeOf[children[at] as number] = filled;
      ordered[filled++] = children[at] as number;
    }
  }
  const places = new Int32Array(count + 1);
  places[0] = -1;
  for (let place = 1; place <= count; place++) {
    const parent = parents[ordered[place] as number] as number;
    places[place] = parent === -1 ? 0 : (placeOf[parent] as number);
  }
  return {
    keys: [ROOT_KEY, ...Array.from(ordered.subarray(1), (node) => keys[node] as string)],
    parents: places,
  };
}

/** Where the children of each node begin, the root's first; the last is the number of all. */
function childOffsets(parents: Int32Array): Int32Array {
  const from = new Int32Array(parents.length + 2);
  for (let node = 0; node < parents.length; node++) {
    const slot = (parents[node] as number) + 2;
    from[slot] = (from[slot] as number) + 1;
  }
  for (let slot = 1; slot < from.length; slot++) {
    from[slot] = (from[slot] as number) + (from[slot - 1] as number);
  }
  return from;
}
