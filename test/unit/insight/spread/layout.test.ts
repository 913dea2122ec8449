import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reachByChannel } from "../../../../src/insight/spread/channels.ts";
import { type DrawnTree, layoutOf } from "../../../../src/insight/spread/layout.ts";
import { randomOf } from "../../../support/random.ts";
import { chain, star, trees } from "./trees.ts";

/** A tree as they grow: most come through somebody early. */
function grown(size: number): Int32Array {
  const random = randomOf(size);
  return Int32Array.from({ length: size }, (_, node) =>
    node === 0 ? -1 : Math.floor(random() ** 3 * node),
  );
}

/** Nodes that are drawn, and people that marks stand for. */
function told({ nodes }: DrawnTree): number {
  return nodes.reduce((sum, { node, people }) => sum + (node === null ? people : 1), 0);
}

function expectLegible({ width, height, nodes }: DrawnTree): void {
  for (const { x, y } of nodes) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(height);
  }
  const columns = Map.groupBy(nodes, ({ x }) => x);
  for (const column of columns.values()) {
    const rows = column.map(({ y }) => y).toSorted((a, b) => a - b);
    // Small type is 16 px high.
    for (const [at, y] of rows.entries()) if (at > 0) expect(y - rows[at - 1]!).toBeGreaterThan(16);
  }
}

describe("a drawing", () => {
  test.each([1, 10, 1000, 100_000])("of %d nodes is legible and tells of everybody", (size) => {
    for (const parents of [grown(size), star(size), chain(size)]) {
      const drawing = layoutOf(parents);
      expectLegible(drawing);
      expect(told(drawing)).toBe(size);
      expect(drawing.width).toBeLessThan(2200);
      expect(drawing.height).toBeLessThan(4000);
    }
  });

  test("shows the largest branches, and one count for the rest of each node", () => {
    // 1 has three below, 2 one, 3 and 4 none.
    const parents = Int32Array.of(-1, 0, 0, 0, 0, 1, 1, 1, 2);
    const { nodes } = layoutOf(parents, { maxNodes: 3 });
    expect(nodes.map(({ node, parent, people }) => [node, parent, people])).toEqual([
      [0, null, 9],
      [1, 0, 4],
      [2, 0, 2],
      [null, 0, 2],
      [null, 1, 3],
      [null, 2, 1],
    ]);
  });

  test("goes no deeper than it may", () => {
    const { nodes } = layoutOf(chain(9), { maxDepth: 3 });
    expect(nodes.map(({ node }) => node)).toEqual([0, 1, 2, 3, null]);
    expect(nodes.at(-1)).toMatchObject({ parent: 3, people: 5 });
  });

  test("of any tree is a tree: every node after its parent", () => {
    fc.assert(
      fc.property(trees(60), fc.integer({ min: 1, max: 20 }), (parents, maxNodes) => {
        const drawing = layoutOf(parents, { maxNodes });
        expect(told(drawing)).toBe(parents.length);
        for (const [place, { node, parent, x }] of drawing.nodes.entries()) {
          if (place === 0) expect([node, parent]).toEqual([0, null]);
          else {
            expect(parent).toBeLessThan(place);
            expect(x).toBeGreaterThan(drawing.nodes[parent!]!.x);
          }
        }
      }),
    );
  });
});

test("channels: readers reached directly against all", () => {
  const links = [
    { channel: "moments", tree: { parents: star(5) } },
    { channel: "chat", tree: { parents: chain(4) } },
    { channel: "moments", tree: { parents: chain(3) } },
    { channel: "print", tree: { parents: star(1) } },
  ];
  expect(reachByChannel(links)).toEqual([
    { channel: "moments", firstLevel: 5, total: 6 },
    { channel: "chat", firstLevel: 1, total: 3 },
    { channel: "print", firstLevel: 0, total: 0 },
  ]);
});
