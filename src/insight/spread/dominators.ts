/** Through whom every way leads: dominators in a graph of touches. */

export type Edges = {
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/**
 * The immediate dominator of each node: the last one that every path from node 0 runs through. By
 * Lengauer and Tarjan (ACM TOPLAS 1, 1979) with path compression, without recursion: a chain of a
 * million readers is no deeper than the stack.
 *
 * @param count number of nodes
 * @returns by node; -1 for node 0 and for what no path reaches
 */
export function immediateDominators(count: number, edges: Edges): Int32Array {
  const out = adjacency(count, edges.from, edges.to);
  const into = adjacency(count, edges.to, edges.from);
  const { order, numberOf, treeParent } = depthFirst(count, out);
  const reached = order.length;
  // From here on nodes are known by their number in depth-first order.
  const semi = Int32Array.from({ length: reached }, (_, at) => at);
  const best = semi.slice();
  const ancestor = new Int32Array(reached).fill(-1);
  const idom = new Int32Array(reached).fill(-1);
  const firstOf = new Int32Array(reached).fill(-1);
  const nextOf = new Int32Array(reached).fill(-1);
  const find = finder(ancestor, best, semi);
  for (let node = reached - 1; node > 0; node--) {
    const own = order[node] as number;
    for (let at = into.start[own] as number; at < (into.start[own + 1] as number); at++) {
      const before = numberOf[into.items[at] as number] as number;
      if (before === -1) continue;
      const through = semi[find(before)] as number;
      if (through < (semi[node] as number)) semi[node] = through;
    }
    const bucket = semi[node] as number;
    nextOf[node] = firstOf[bucket] as number;
    firstOf[bucket] = node;
    const parent = treeParent[node] as number;
    ancestor[node] = parent;
    for (let held = firstOf[parent] as number; held !== -1; held = nextOf[held] as number) {
      const through = find(held);
      idom[held] = (semi[through] as number) < (semi[held] as number) ? through : parent;
    }
    firstOf[parent] = -1;
  }
  for (let node = 1; node < reached; node++) {
    if (idom[node] !== semi[node]) idom[node] = idom[idom[node] as number] as number;
  }
  const dominators = new Int32Array(count).fill(-1);
  for (let node = 1; node < reached; node++) {
    dominators[order[node] as number] = order[idom[node] as number] as number;
  }
  return dominators;
}

/** Of the nodes on the way up the forest built so far the one with the least semidominator. */
function finder(ancestor: Int32Array, best: Int32Array, semi: Int32Array) {
  const way: number[] = [];
  return (node: number): number => {
    if (ancestor[node] === -1) return node;
    let at = node;
    while (ancestor[ancestor[at] as number] !== -1) {
      way.push(at);
      at = ancestor[at] as number;
    }
    for (let below = way.pop(); below !== undefined; below = way.pop()) {
      const above = ancestor[below] as number;
      if ((semi[best[above] as number] as number) < (semi[best[below] as number] as number)) {
        best[below] = best[above] as number;
      }
      ancestor[below] = ancestor[above] as number;
    }
    return best[node] as number;
  };
}

type Adjacency = {
  start: Int32Array;
  items: Int32Array;
};

function adjacency(count: number, from: Int32Array, to: Int32Array): Adjacency {
  const start = new Int32Array(count + 1);
  for (const node of from) start[node + 1] = (start[node + 1] as number) + 1;
  for (let node = 0; node < count; node++) {
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  }
  const next = start.slice();
  const items = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) {
    const node = from[edge] as number;
    const slot = next[node] as number;
    items[slot] = to[edge] as number;
    next[node] = slot + 1;
  }
  return { start, items };
}

function depthFirst(count: number, out: Adjacency) {
  const numberOf = new Int32Array(count).fill(-1);
  const order: number[] = [0];
  const treeParent: number[] = [-1];
  const stack: number[] = [0];
  const next = out.start.slice();
  numberOf[0] = 0;
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as number;
    const at = next[node] as number;
    if (at === out.start[node + 1]) {
      stack.pop();
      continue;
    }
    next[node] = at + 1;
    const child = out.items[at] as number;
    if (numberOf[child] !== -1) continue;
    numberOf[child] = order.length;
    order.push(child);
    treeParent.push(numberOf[node] as number);
    stack.push(child);
  }
  return { order, numberOf, treeParent };
}
