import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { immediateDominators } from "../../../../src/insight/spread/dominators.ts";
import { foldTouches, type Touch } from "../../../../src/insight/spread/node.ts";
import { treeOf } from "../../../../src/insight/spread/tree.ts";
import { worthOf, worthWords } from "../../../../src/insight/spread/worth.ts";
import { chain } from "./trees.ts";

/** What is reached from node 0, with one node taken away. */
function reachedWithout(count: number, edges: readonly [number, number][], gone: number | null) {
  const seen = new Set<number>(gone === 0 ? [] : [0]);
  const stack = [...seen];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const [from, to] of edges) {
      if (from === node && to !== gone && !seen.has(to)) {
        seen.add(to);
        stack.push(to);
      }
    }
  }
  return Array.from({ length: count }, (_, node) => seen.has(node));
}

const graphs = fc.integer({ min: 2, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    edges: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 }),
  }),
);

describe("dominators", () => {
  test("are those without whom a node is not reached, on any graph", () => {
    fc.assert(
      fc.property(graphs, ({ count, edges }) => {
        const idom = immediateDominators(count, {
          from: Int32Array.from(edges, ([from]) => from),
          to: Int32Array.from(edges, ([, to]) => to),
        });
        const reached = reachedWithout(count, edges, null);
        for (let node = 1; node < count; node++) {
          const found = new Set<number>();
          for (let up = idom[node]!; up >= 0; up = idom[up]!) found.add(up);
          const expected = new Set<number>();
          for (let gone = 0; gone < count; gone++) {
            if (gone !== node && reached[node] && !reachedWithout(count, edges, gone)[node]) {
              expected.add(gone);
            }
          }
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a chain of a hundred thousand is no deeper than the stack", () => {
    const parents = chain(100_000);
    const idom = immediateDominators(parents.length, {
      from: parents.slice(1),
      to: Int32Array.from({ length: parents.length - 1 }, (_, at) => at + 1),
    });
    expect(idom).toEqual(parents);
  });
});

const touch = (reader: string, parent: string | null, at: number): Touch => ({
  reader,
  parent,
  at,
});

/** Worth by the reader's key. */
function worths(touches: readonly Touch[], reads?: Record<string, number>) {
  const tree = treeOf(foldTouches(touches));
  const weights = reads && tree.keys.map((key) => reads[key] ?? 0);
  const worth = worthOf(tree, touches, weights);
  return Object.fromEntries(tree.keys.map((key, node) => [key, worth[node]]));
}

describe("the worth of a node", () => {
  // b and c came through a; c was sent it by d too, so that a was not needed for c and e.
  const touches = [
    touch("a", null, 1),
    touch("d", null, 1),
    touch("b", "a", 2),
    touch("c", "a", 3),
    touch("e", "c", 4),
    touch("c", "d", 5),
  ];

  test("at most all below, at least those without another way", () => {
    const found = worths(touches);
    expect(found.a).toEqual({ atMost: 3, atLeast: 1, of: 5 });
    expect(found.c).toEqual({ atMost: 1, atLeast: 1, of: 5 });
    expect(found.d).toEqual({ atMost: 0, atLeast: 0, of: 5 });
    expect(found[""]).toEqual({ atMost: 5, atLeast: 5, of: 5 });
  });

  test("counts reads where they are known, a stub none", () => {
    const found = worths(touches, { a: 9, b: 2, c: 0, d: 1, e: 4 });
    expect(found.a).toEqual({ atMost: 6, atLeast: 2, of: 16 });
  });

  test("the bounds hold on any touches", () => {
    const any = fc.array(
      fc.record({
        reader: fc.integer({ min: 0, max: 7 }).map(String),
        parent: fc.option(fc.integer({ min: 0, max: 7 }).map(String), { nil: null }),
        at: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(any, (some) => {
        for (const { atMost, atLeast, of } of Object.values(worths(some)) as {
          atMost: number;
          atLeast: number;
          of: number;
        }[]) {
          expect(atLeast).toBeGreaterThanOrEqual(0);
          expect(atLeast).toBeLessThanOrEqual(atMost);
          expect(atMost).toBeLessThanOrEqual(of);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [
      { atMost: 41, atLeast: 28, of: 60 },
      "没有 TA，这 60 位读者里最多有 41 位（68 %）、至少有 28 位不会来。",
      "Without them at most 41 of these 60 readers (68 %) would not have come, at least 28.",
    ],
    [
      { atMost: 3, atLeast: 3, of: 4 },
      "没有 TA，这 4 位读者里有 3 位（75 %）不会来。",
      "Without them 3 of these 4 readers (75 %) would not have come.",
    ],
    [
      { atMost: 0, atLeast: 0, of: 4 },
      "没有人经由 TA 而来：没有 TA，一位读者也不会少。",
      "Nobody came through them: without them no reader would be missing.",
    ],
  ])("%o in words", (worth, zh, en) => {
    expect(worthWords(worth)).toEqual({ zh, en });
  });
});
