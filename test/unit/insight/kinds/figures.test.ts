import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresOf, type JudgedTree } from "../../../../src/insight/kinds/figures.ts";
import { isQualified } from "../../../../src/insight/kinds/qualified.ts";
import { trees } from "../spread/trees.ts";

/** A tree whose nodes are called by their numbers, all qualified and converted unless told otherwise. */
function judged(parents: readonly number[], over: Partial<JudgedTree> = {}): JudgedTree {
  const all = parents.map(() => true);
  return {
    tree: { keys: parents.map(String), parents: Int32Array.from(parents) },
    owners: parents.map((_, node) => `n${node}`),
    qualified: all,
    converted: all,
    ...over,
  };
}

describe("figures of nodes", () => {
  //      0
  //     / \
  //    1   2
  //   /|\   \
  //  3 4 5   6
  //    |
  //    7
  const parents = [-1, 0, 0, 1, 1, 1, 2, 4];

  test("readers at first hand and beyond, width, and what readers did", () => {
    const qualified = [true, true, true, true, true, false, true, true];
    const converted = [false, true, false, true, false, true, false, false];
    const figures = figuresOf([judged(parents, { qualified, converted })]);
    expect(figures).toEqual([
      {
        key: "n0",
        direct: 2,
        known: 2,
        indirect: 5,
        width: 4,
        qualified: 2,
        converted: 1,
        passedOn: 2,
      },
      // 5 reached a goal and did not qualify: it does not count.
      {
        key: "n1",
        direct: 3,
        known: 3,
        indirect: 1,
        width: 3,
        qualified: 2,
        converted: 1,
        passedOn: 1,
      },
      {
        key: "n2",
        direct: 1,
        known: 1,
        indirect: 0,
        width: 1,
        qualified: 1,
        converted: 0,
        passedOn: 0,
      },
      {
        key: "n4",
        direct: 1,
        known: 1,
        indirect: 0,
        width: 1,
        qualified: 1,
        converted: 0,
        passedOn: 0,
      },
    ]);
  });

  test("stubs are counted as readers and never judged", () => {
    const owners = ["n0", null, "n2", ...Array(5).fill(null)];
    expect(figuresOf([judged(parents, { owners })]).map(({ key }) => key)).toEqual(["n0", "n2"]);
  });

  test("of whom nothing is known is a reader, and no sign of trust or of its absence", () => {
    const known = [true, true, true, true, false, false, true, true];
    const [, n1] = figuresOf([judged(parents, { known })]);
    expect(n1).toMatchObject({ key: "n1", direct: 3, known: 1, qualified: 1 });
  });

  test("trees are pooled by owner", () => {
    const [mia] = figuresOf([
      judged([-1, 0, 0], { owners: ["Mia", null, null] }),
      judged([-1, 0, 1, 1, 1], { owners: [null, "Mia", null, null, null] }),
    ]);
    expect(mia).toMatchObject({ key: "Mia", direct: 5, known: 5, indirect: 0, width: 3 });
  });

  test("a width is the widest level below, on any tree", () => {
    fc.assert(
      fc.property(trees(40), (tree) => {
        const found = new Map(figuresOf([judged([...tree])]).map((node) => [node.key, node.width]));
        for (let node = 0; node < tree.length; node++) {
          const levels = new Map<number, number>();
          for (let other = 0; other < tree.length; other++) {
            let steps = 0;
            let at = other;
            while (at > node) {
              at = tree[at]!;
              steps++;
            }
            if (at === node && steps > 0) levels.set(steps, (levels.get(steps) ?? 0) + 1);
          }
          expect(found.get(`n${node}`) ?? 0).toBe(Math.max(0, ...levels.values()));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a read qualifies", () => {
  test.each([
    ["by three fifths of the text", { completion: 0.6, engagedMs: 1000, expectedMs: 60_000 }, true],
    ["by half of its time", { completion: 0, engagedMs: 30_000, expectedMs: 60_000 }, true],
    ["by neither", { completion: 0.59, engagedMs: 29_999, expectedMs: 60_000 }, false],
    ["by no time where none is known", { completion: 0, engagedMs: 1000, expectedMs: 0 }, false],
  ])("%s", (_, read, expected) => {
    expect(isQualified(read)).toBe(expected);
  });
});
