import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutOf } from "../../../../src/insight/spread/layout.ts";
import { depthsOf } from "../../../../src/insight/spread/metrics.ts";
import { shownTree, underOneRoot } from "../../../../src/insight/spread/shown.ts";
import { treeSvg } from "../../../../src/insight/spread/svg.ts";
import { trees } from "./trees.ts";

const labels = {
  title: "t",
  description: "d",
  name: (node: number) => `n${node}`,
  rest: (people: number) => `${people} more`,
  isSender: (node: number) => node === 0,
};

describe("a tree as it may be shown", () => {
  test("loses nobody: who is not a node is in one count", () => {
    fc.assert(
      fc.property(trees(60), fc.integer({ min: 1, max: 5 }), (parents, every) => {
        const isShown = Array.from(parents, (_, node) => node % every === 0);
        const shown = shownTree(parents, isShown);
        const counted = shown.unnamed.reduce((sum, people) => sum + people, 0);
        expect(shown.nodes.length + counted).toBe(parents.length);
      }),
    );
  });

  test("keeps every node's distance to the root", () => {
    fc.assert(
      fc.property(trees(60), fc.integer({ min: 1, max: 5 }), (parents, every) => {
        const depths = depthsOf(parents);
        const shown = shownTree(
          parents,
          Array.from(parents, (_, node) => node % every === 0),
        );
        const far: number[] = [];
        for (const [place, node] of shown.nodes.entries()) {
          const above = shown.parents[place] ?? -1;
          expect(above).toBeLessThan(place);
          far[place] = above === -1 ? 0 : (far[above] ?? 0) + (shown.steps[place] ?? 0);
          expect(far[place]).toBe(depths[node]);
        }
      }),
    );
  });

  test("several trees stand under one root", () => {
    const joined = underOneRoot([Int32Array.of(-1, 0, 1), Int32Array.of(-1, 0)]);
    expect([...joined]).toEqual([-1, 0, 1, 2, 0, 4]);
  });
});

describe("a drawing", () => {
  test("counts whoever is not drawn, those a node stands for among them", () => {
    const drawn = layoutOf(Int32Array.of(-1, 0, 0, 1), { maxNodes: 2, people: [3, 1, 5, 2] });
    expect(drawn.nodes.map(({ node, people }) => [node, people])).toEqual([
      [0, 11],
      [2, 5],
      [null, 5],
      [null, 4],
    ]);
  });

  test("says names as text, whatever they hold, cut to their column", () => {
    const svg = treeSvg(layoutOf(Int32Array.of(-1, 0)), {
      ...labels,
      name: (node) => (node === 0 ? `<b a="&">\u0007` : "欧阳娜娜的大表姐的朋友"),
    });
    expect(svg).toContain("&lt;b a=&quot;&amp;&quot;&gt; 1");
    expect(svg).toContain("欧阳娜娜的大表…");
    expect(svg).not.toContain("\u0007");
    expect(svg).not.toContain("<b");
  });
});
