/** How a content spread: the figures of a tree. */

export type SpreadMetrics = {
  /** All nodes, the link's sender among them. */
  readonly size: number;
  /** Steps from the sender to the reader farthest away; 0 without readers. */
  readonly depth: number;
  /** The most readers at one distance from the sender. */
  readonly maxBreadth: number;
  /** Mean distance of readers from the sender; 0 without readers. */
  readonly meanDepth: number;
  /** The largest share of all readers who came directly through one person, 0..1. */
  readonly largestBroadcastShare: number;
  /**
   * Mean distance between two nodes (Goel, Anderson, Hofman and Watts, Management Science 62, 2016):
   * about 2 where one person reached all, growing where it passed from one to the next.
   */
  readonly structuralVirality: number;
};

/** The nodes below each node and the node itself, by node. One pass from the last node to the first. */
export function subtreeSizes(parents: Int32Array): Int32Array {
  const sizes = new Int32Array(parents.length).fill(1);
  for (let node = parents.length - 1; node > 0; node--) {
    const parent = parents[node] as number;
    sizes[parent] = (sizes[parent] as number) + (sizes[node] as number);
  }
  return sizes;
}

/**
 * The figures of one tree, in time and memory that grow with its nodes.
 *
 * @param parents every node after its parent, node 0 the root, as in {@link SpreadTree}
 */
export function metricsOf(parents: Int32Array): SpreadMetrics {
  const size = parents.length;
  const readers = size - 1;
  const depths = new Int32Array(size);
  const breadths = new Int32Array(size);
  const direct = new Int32Array(size);
  let depth = 0;
  let steps = 0;
  for (let node = 1; node < size; node++) {
    const parent = parents[node] as number;
    const own = (depths[parent] as number) + 1;
    depths[node] = own;
    breadths[own] = (breadths[own] as number) + 1;
    direct[parent] = (direct[parent] as number) + 1;
    steps += own;
    if (own > depth) depth = own;
  }
  const sizes = subtreeSizes(parents);
  let distances = 0;
  for (let node = 1; node < size; node++) {
    const below = sizes[node] as number;
    distances += below * (size - below);
  }
  return {
    size,
    depth,
    maxBreadth: largest(breadths),
    meanDepth: readers > 0 ? steps / readers : 0,
    largestBroadcastShare: readers > 0 ? largest(direct) / readers : 0,
    structuralVirality: readers > 0 ? (2 * distances) / (size * readers) : 0,
  };
}

/**
 * The figures of several trees of one content together, as if asked of all readers or of all pairs of
 * nodes that are connected: means are weighed by readers, virality by pairs, levels are added up.
 */
export function metricsOfAll(trees: readonly Int32Array[]): SpreadMetrics {
  const single = trees.map(metricsOf);
  const sum = (value: (metrics: SpreadMetrics) => number) =>
    single.reduce((total, metrics) => total + value(metrics), 0);
  const readers = sum(({ size }) => size - 1);
  const pairs = sum(({ size }) => size * (size - 1));
  return {
    size: sum(({ size }) => size),
    depth: Math.max(0, ...single.map(({ depth }) => depth)),
    maxBreadth: broadest(trees),
    meanDepth: readers > 0 ? sum(({ size, meanDepth }) => meanDepth * (size - 1)) / readers : 0,
    largestBroadcastShare:
      readers > 0
        ? Math.max(...single.map((tree) => tree.largestBroadcastShare * (tree.size - 1))) / readers
        : 0,
    structuralVirality:
      pairs > 0
        ? sum(({ size, structuralVirality }) => structuralVirality * size * (size - 1)) / pairs
        : 0,
  };
}

/** Distance of each node from the root. */
export function depthsOf(parents: Int32Array): Int32Array {
  const depths = new Int32Array(parents.length);
  for (let node = 1; node < parents.length; node++) {
    depths[node] = (depths[parents[node] as number] as number) + 1;
  }
  return depths;
}

function broadest(trees: readonly Int32Array[]): number {
  const levels: number[] = [];
  for (const tree of trees) {
    for (const depth of depthsOf(tree).subarray(1)) levels[depth] = (levels[depth] ?? 0) + 1;
  }
  return levels.reduce((most, breadth) => Math.max(most, breadth ?? 0), 0);
}

function largest(counts: Int32Array): number {
  let most = 0;
  for (let at = 0; at < counts.length; at++) {
    if ((counts[at] as number) > most) most = counts[at] as number;
  }
  return most;
}
