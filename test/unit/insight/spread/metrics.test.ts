import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricsOf, metricsOfAll, subtreeSizes } from "../../../../src/insight/spread/metrics.ts";
import { chain, star, trees } from "./trees.ts";

/** Steps between all pairs of nodes, by walking up from both. */
function distancesByHand(parents: Int32Array): number[] {
  const wayUp = (node: number) => {
    const way = [node];
    while (parents[way.at(-1)!]! >= 0) way.push(parents[way.at(-1)!]!);
    return way;
  };
  const distances: number[] = [];
  for (let a = 0; a < parents.length; a++) {
    for (let b = a + 1; b < parents.length; b++) {
      const fromA = wayUp(a);
      const fromB = wayUp(b);
      const meet = fromA.findIndex((node) => fromB.includes(node));
      distances.push(meet + fromB.indexOf(fromA[meet]!));
    }
  }
  return distances;
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("structural virality", () => {
  test.each([2, 3, 10, 1000])("of a star of %d nodes is 2 − 2/n", (size) => {
    expect(metricsOf(star(size)).structuralVirality).toBeCloseTo(2 - 2 / size, 10);
  });

  test.each([2, 3, 10, 1000, 200_000])("of a chain of %d nodes is (n + 1)/3", (size) => {
    const expected = (size + 1) / 3;
    expect(metricsOf(chain(size)).structuralVirality / expected).toBeCloseTo(1, 10);
  });

  test("is the mean distance between two nodes, counted by hand", () => {
    fc.assert(
      fc.property(trees(24), (parents) => {
        fc.pre(parents.length > 1);
        const { structuralVirality } = metricsOf(parents);
        expect(structuralVirality).toBeCloseTo(mean(distancesByHand(parents)), 10);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the figures of a tree", () => {
  test("a small one by hand", () => {
    //        0
    //      /   \
    //     1     2
    //    /|\    |
    //   3 4 5   6
    //           |
    //           7
    expect(metricsOf(Int32Array.of(-1, 0, 0, 1, 1, 1, 2, 6))).toEqual({
      size: 8,
      depth: 3,
      maxBreadth: 4,
      meanDepth: (1 + 1 + 4 * 2 + 3) / 7,
      largestBroadcastShare: 3 / 7,
      structuralVirality: expect.closeTo(
        mean(distancesByHand(Int32Array.of(-1, 0, 0, 1, 1, 1, 2, 6))),
        10,
      ),
    });
  });

  test("a link that nobody opened", () => {
    expect(metricsOf(Int32Array.of(-1))).toEqual({
      size: 1,
      depth: 0,
      maxBreadth: 0,
      meanDepth: 0,
      largestBroadcastShare: 0,
      structuralVirality: 0,
    });
  });

  test("a subtree has its node and all below", () => {
    expect([...subtreeSizes(Int32Array.of(-1, 0, 0, 1, 1, 2))]).toEqual([6, 3, 2, 1, 1, 1]);
  });

  test("one tree among none is that tree", () => {
    fc.assert(
      fc.property(trees(30), (parents) => {
        const one = metricsOf(parents);
        for (const some of [[parents], [parents, star(1)]]) {
          const all = metricsOfAll(some);
          expect({ ...all, size: one.size }).toEqual({
            ...one,
            meanDepth: expect.closeTo(one.meanDepth, 10),
            largestBroadcastShare: expect.closeTo(one.largestBroadcastShare, 10),
            structuralVirality: expect.closeTo(one.structuralVirality, 10),
          });
        }
      }),
    );
  });

  test("several trees are asked as one crowd", () => {
    const all = metricsOfAll([star(5), chain(4)]);
    expect(all).toEqual({
      size: 9,
      depth: 3,
      maxBreadth: 5,
      meanDepth: (4 * 1 + 1 + 2 + 3) / 7,
      largestBroadcastShare: 4 / 7,
      structuralVirality: expect.closeTo(
        mean([...distancesByHand(star(5)), ...distancesByHand(chain(4))]),
        10,
      ),
    });
  });

  test("no tree has no figures", () => {
    expect(metricsOfAll([])).toMatchObject({ size: 0, depth: 0, meanDepth: 0 });
  });
});
