/** A tree as it may be shown: whoever agreed to nothing is part of a count, and no node of it. */

export type ShownTree = {
  /** Nodes of the whole tree, each after its shown parent; the root first. */
  readonly nodes: readonly number[];
  /** Place in `nodes` of the nearest shown node above; -1 for the root. */
  readonly parents: Int32Array;
  /** Steps to that node: 1 where nobody stands between. */
  readonly steps: Int32Array;
  /** People who are not shown, by the nearest shown node above them. */
  readonly unnamed: Int32Array;
};

/**
 * Leaves out who is not to be shown; whoever came through them hangs from the nearest shown node above.
 *
 * @param parents every node after its parent, node 0 the root, which is always shown
 */
export function shownTree(parents: Int32Array, isShown: ArrayLike<boolean>): ShownTree {
  const nodes: number[] = [];
  const above: number[] = [];
  const steps: number[] = [];
  const unnamed: number[] = [];
  // The nearest shown place at or above each node, and how far up it is.
  const placeOf = new Int32Array(parents.length);
  const distance = new Int32Array(parents.length);
  for (let node = 0; node < parents.length; node++) {
    const parent = parents[node] as number;
    if (node > 0 && !isShown[node]) {
      const place = placeOf[parent] as number;
      placeOf[node] = place;
      distance[node] = (distance[parent] as number) + 1;
      unnamed[place] = (unnamed[place] ?? 0) + 1;
      continue;
    }
    placeOf[node] = nodes.length;
    above.push(node === 0 ? -1 : (placeOf[parent] as number));
    steps.push(node === 0 ? 0 : (distance[parent] as number) + 1);
    nodes.push(node);
    unnamed.push(0);
  }
  return {
    nodes,
    parents: Int32Array.from(above),
    steps: Int32Array.from(steps),
    unnamed: Int32Array.from(unnamed),
  };
}

/** Several trees under one root that is put before all, in their order. */
export function underOneRoot(trees: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(1 + trees.reduce((sum, tree) => sum + tree.length, 0));
  joined[0] = -1;
  let offset = 1;
  for (const tree of trees) {
    for (let node = 0; node < tree.length; node++) {
      joined[offset + node] = node === 0 ? 0 : (tree[node] as number) + offset;
    }
    offset += tree.length;
  }
  return joined;
}
