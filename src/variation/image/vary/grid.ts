/**
 * Where evenly spaced places lie among the nodes of one side of a grid, each node in the middle of its
 * cell, and how much each takes of three: quadratic B-splines, so that what is drawn through the nodes
 * has no kinks. Three nodes and three weights for each place; weights are 65,536ths, together 1.
 */
export type Places = { readonly nodes: Uint16Array; readonly weights: Float64Array };

export function placesOf(corners: number, nodes: number): Places {
  const limited = (node: number) => Math.max(0, Math.min(nodes - 1, node));
  const places = { nodes: new Uint16Array(3 * corners), weights: new Float64Array(3 * corners) };
  for (let i = 0; i < corners; i++) {
    const at = Math.floor((i * nodes * 256) / (corners - 1));
    const nearest = limited(at >> 8);
    const off = Math.max(-128, Math.min(128, at - nearest * 256 - 128));
    const before = ((128 - off) ** 2) >> 1;
    const own = 49_152 - off * off;
    places.nodes.set([limited(nearest - 1), nearest, limited(nearest + 1)], 3 * i);
    places.weights.set([before, own, 0x10000 - before - own], 3 * i);
  }
  return places;
}

/** A row through a grid of bytes at one place down its side, in 65,536ths. */
export function rowThrough(
  grid: Uint8Array,
  columns: number,
  { nodes, weights }: Places,
  place: number,
): Float64Array {
  const row = new Float64Array(columns);
  for (let part = 3 * place; part < 3 * place + 3; part++) {
    const from = (nodes[part] as number) * columns;
    const weight = weights[part] as number;
    for (let i = 0; i < columns; i++)
      row[i] = (row[i] as number) + (grid[from + i] as number) * weight;
  }
  return row;
}

/** A value of such a row at one place along it, in 65,536ths. */
export function valueAt(row: Float64Array, { nodes, weights }: Places, place: number): number {
  const at = 3 * place;
  const sum =
    (row[nodes[at] as number] as number) * (weights[at] as number) +
    (row[nodes[at + 1] as number] as number) * (weights[at + 1] as number) +
    (row[nodes[at + 2] as number] as number) * (weights[at + 2] as number);
  return Math.floor(sum / 0x10000);
}
