/** A number for each node of a grid, row by row. */
export type Nodes = {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
};

/** The least within two nodes. */
export function leastAround(nodes: Nodes): Nodes {
  const least = (from: Nodes) => around(from, (values) => Math.min(...values));
  return least(least(nodes));
}

/**
 * The least within two nodes, then the mean with the neighbours: a node and all between it and the
 * next ones get no more than was measured there.
 */
export function smooth(nodes: Nodes): Nodes {
  return around(leastAround(nodes), (values) => sum(values) / values.length);
}

/** The sum within two nodes, in which nearer ones count more. */
export function sumAround(nodes: Nodes): Nodes {
  return around(around(nodes, sum), sum);
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function around({ columns, rows, values }: Nodes, combine: (values: number[]) => number): Nodes {
  const combined = values.map((_, i) => {
    const x = i % columns;
    const y = Math.floor(i / columns);
    const near: number[] = [];
    for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
        near.push(values[row * columns + column] as number);
      }
    }
    return combine(near);
  });
  return { columns, rows, values: combined };
}
