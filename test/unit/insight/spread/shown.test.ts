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
  through: (_: number, people: number) => people - 1,
  rest: (people: number) => `${people} more`,
  isSender: (node: number) => node === 0,
  followsScheme: false,
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

  test("is white as paper, and dark only where its page is", () => {
    const drawn = layoutOf(Int32Array.of(-1, 0));
    expect(treeSvg(drawn, labels)).not.toContain("<style");
    expect(treeSvg(drawn, { ...labels, followsScheme: true })).toMatch(
      /<style>@media \(prefers-color-scheme: dark\)\{rect\{fill:#1e2123\}/,
    );
  });

  test("leads no line through a name, however long the names beside it are", () => {
    fc.assert(
      fc.property(trees(40), fc.array(fc.nat(18), { minLength: 40 }), (parents, lengths) => {
        const name = (node: number) => (node % 3 ? "a" : "林").repeat(lengths[node] ?? 0);
        const svg = treeSvg(layoutOf(parents, { maxNodes: 30 }), { ...labels, name });
        const names = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)].map(
          ([, x, y, text = ""]) => {
            // 12 px type: a wide letter is a square, others are about half of one.
            const width = Array.from(text).reduce((sum, each) => sum + (each > "⺀" ? 12 : 6.5), 0);
            return { left: Number(x), right: Number(x) + width, row: Number(y) - 4 };
          },
        );
        for (const [x, y] of pointsOf(svg)) {
          const crossed = names.filter(
            ({ left, right, row }) => x > left && x < right && Math.abs(y - row) < 6,
          );
          expect(crossed, `${x} ${y}`).toEqual([]);
        }
      }),
    );
  });
});

/** Points of the lines: each straight for a while, then one curve. */
function pointsOf(svg: string): [number, number][] {
  const [, path = ""] = /<path d="([^"]*)"/.exec(svg) ?? [];
  return path.split("M").flatMap((line) => {
    const numbers = line.match(/[\d.]+/g)?.map(Number);
    if (!numbers) return [];
    const [x = 0, y = 0, bend = 0, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    return Array.from({ length: 21 }, (_, step) => step / 20).flatMap((t): [number, number][] => {
      const u = 1 - t;
      const [one, two, three, four] = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
      return [
        [x + (bend - x) * t, y],
        [one * bend + two * a + three * c + four * e, one * y + two * b + three * d + four * f],
      ];
    });
  });
}
