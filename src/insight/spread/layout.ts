/** Where the nodes of a spread tree are drawn: the largest branches, and a count for the rest. */
import { hierarchy, tree as tidyTree } from "d3-hierarchy";
import { depthsOf, subtreeSizes } from "./metrics.ts";

export type DrawnNode = {
  /** Node of the tree; null for a mark that stands for those that are not drawn. */
  readonly node: number | null;
  /** Place of the parent in the list of drawn nodes; null for the root. */
  readonly parent: number | null;
  readonly x: number;
  readonly y: number;
  /** People at and below it; for a mark, the people it stands for. */
  readonly people: number;
};

export type DrawnTree = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
};

export type LayoutLimits = {
  /** Nodes drawn at most, marks not counted. */
  readonly maxNodes?: number;
  /** Steps from the root drawn at most. */
  readonly maxDepth?: number;
  /** People that each node stands for, itself among them, who are never drawn but in a mark; 1 by default. */
  readonly people?: ArrayLike<number>;
};

/** A row that a line of small type fits into, and a column that its text does; px. */
const ROW = 22;
const COLUMN = 176;
const MARGIN = 16;

/**
 * A tidy tree from left to right (Reingold and Tilford's, as d3-hierarchy draws it). Of a large tree
 * those nodes are drawn that have most people below them; a parent always has more than its child, so
 * what is drawn is a tree too. Every node with people who are not drawn gets one mark with their number.
 *
 * @param parents every node after its parent, node 0 the root
 */
export function layoutOf(
  parents: Int32Array,
  { maxNodes = 120, maxDepth = 10, people: weights }: LayoutLimits = {},
): DrawnTree {
  const sizes = weights ? peopleBelow(parents, weights) : subtreeSizes(parents);
  const drawn = chosen(parents, sizes, maxNodes, maxDepth);
  const places = new Map(drawn.map((node, place) => [node, place]));
  const items: { node: number | null; parent: number | null; people: number }[] = drawn.map(
    (node) => ({
      node,
      parent: node === 0 ? null : (places.get(parents[node] as number) ?? null),
      people: sizes[node] as number,
    }),
  );
  const shown = new Int32Array(drawn.length);
  for (const { parent, people } of items) {
    if (parent !== null) shown[parent] = (shown[parent] as number) + people;
  }
  for (const [place, node] of drawn.entries()) {
    const rest = (sizes[node] as number) - 1 - (shown[place] as number);
    if (rest > 0) items.push({ node: null, parent: place, people: rest });
  }
  return placed(items);
}

/** The people at and below each node. */
function peopleBelow(parents: Int32Array, people: ArrayLike<number>): Int32Array {
  const sizes = Int32Array.from(people);
  for (let node = parents.length - 1; node > 0; node--) {
    const parent = parents[node] as number;
    sizes[parent] = (sizes[parent] as number) + (sizes[node] as number);
  }
  return sizes;
}

/** The nodes to draw, in the tree's own order. */
function chosen(parents: Int32Array, sizes: Int32Array, maxNodes: number, maxDepth: number) {
  const depths = depthsOf(parents);
  const near: number[] = [];
  for (let node = 0; node < parents.length; node++) {
    if ((depths[node] as number) <= maxDepth) near.push(node);
  }
  near.sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  return near.slice(0, maxNodes).sort((a, b) => a - b);
}

function placed(
  items: readonly { node: number | null; parent: number | null; people: number }[],
): DrawnTree {
  const children = items.map((): number[] => []);
  for (const [place, { parent }] of items.entries()) {
    if (parent !== null) children[parent]?.push(place);
  }
  const root = tidyTree<number>().nodeSize([ROW, COLUMN])(hierarchy(0, (place) => children[place]));
  const points: { x: number; y: number }[] = [];
  let top = 0;
  let bottom = 0;
  let right = 0;
  // d3 lays out from above: its x runs along the rows, its y along the columns.
  root.each((point) => {
    points[point.data] = { x: point.y, y: point.x };
    top = Math.min(top, point.x);
    bottom = Math.max(bottom, point.x);
    right = Math.max(right, point.y);
  });
  return {
    width: right + COLUMN + 2 * MARGIN,
    height: bottom - top + ROW + 2 * MARGIN,
    nodes: items.map((item, place) => ({
      ...item,
      x: MARGIN + (points[place]?.x ?? 0),
      y: MARGIN + ROW / 2 + (points[place]?.y ?? 0) - top,
    })),
  };
}
