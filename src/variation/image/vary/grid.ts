/** Where a corner lies among the nodes of one side of a grid, and how much it takes of three. */
export type Place = {
  readonly nodes: readonly [number, number, number];
  /** In 65,536ths; together they are 1. */
  readonly weights: readonly [number, number, number];
};

/**
 * Places of evenly spaced corners among the nodes of a grid, each of which stands in the middle of
 * its cell: quadratic B-splines, so that what is drawn through the nodes has no kinks.
 */
export function placesOf(corners: number, nodes: number): Place[] {
  const limited = (node: number) => Math.max(0, Math.min(nodes - 1, node));
  return Array.from({ length: corners }, (_, i) => {
    const at = Math.floor((i * nodes * 256) / (corners - 1));
    const nearest = limited(at >> 8);
    const off = Math.max(-128, Math.min(128, at - nearest * 256 - 128));
    const before = ((128 - off) ** 2) >> 1;
    const own = 49_152 - off * off;
    return {
      nodes: [limited(nearest - 1), nearest, limited(nearest + 1)],
      weights: [before, own, 0x10000 - before - own],
    };
  });
}

/** A row through a grid of bytes, in 65,536ths. */
export function rowThrough(
  grid: Uint8Array,
  columns: number,
  { nodes, weights }: Place,
): Float64Array {
  const [a, b, c] = nodes.map((node) => node * columns) as [number, number, number];
  return Float64Array.from(
    { length: columns },
    (_, i) =>
      (grid[a + i] as number) * weights[0] +
      (grid[b + i] as number) * weights[1] +
      (grid[c + i] as number) * weights[2],
  );
}

/** A value of such a row, in 65,536ths. */
export function valueAt(row: Float64Array, { nodes, weights }: Place): number {
  const sum =
    (row[nodes[0]] as number) * weights[0] +
    (row[nodes[1]] as number) * weights[1] +
    (row[nodes[2]] as number) * weights[2];
  return Math.floor(sum / 0x10000);
}
