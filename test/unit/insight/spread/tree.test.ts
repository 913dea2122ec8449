import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forgotten, type People, touchesOf } from "../../../../src/insight/spread/identity.ts";
import { foldTouches, type Touch } from "../../../../src/insight/spread/node.ts";
import { treeOf } from "../../../../src/insight/spread/tree.ts";

/** Who hangs from whom: "a<b" says that a came through b, "a<" that a opened the link. */
function shape(touches: readonly Touch[]): string[] {
  const { keys, parents } = treeOf(foldTouches(touches));
  return keys.slice(1).map((key, at) => `${key}<${keys[parents[at + 1]!]}`);
}

const touch = (reader: string, parent: string | null, at: number): Touch => ({
  reader,
  parent,
  at,
});

describe("the first touch decides", () => {
  test.each<[string, Touch[], string[]]>([
    [
      "through the link, then through each other",
      [touch("a", null, 1), touch("b", "a", 2)],
      ["a<", "b<a"],
    ],
    [
      "a later touch changes nothing",
      [touch("a", null, 1), touch("b", null, 2), touch("b", "a", 3)],
      ["a<", "b<"],
    ],
    [
      "an earlier touch that comes late moves the reader and all who came through them",
      [touch("b", "z", 5), touch("c", "b", 6), touch("a", null, 1), touch("b", "a", 2)],
      ["a<", "z<", "b<a", "c<b"],
    ],
    ["one's own ref", [touch("a", null, 1), touch("a", "a", 0)], ["a<"]],
    ["one's own ref alone is nobody", [touch("a", "a", 1)], []],
    ["a reload", [touch("a", null, 1), touch("a", null, 1), touch("a", null, 9)], ["a<"]],
    [
      "a parent who was never heard of is a stub below the link",
      [touch("b", "a", 2)],
      ["a<", "b<a"],
    ],
    [
      "a stub that is heard of later gets its place",
      [touch("b", "a", 3), touch("a", "z", 2), touch("z", null, 1)],
      ["z<", "a<z", "b<a"],
    ],
    [
      "two who came through each other: the one who was passed on from first was there first",
      [touch("a", "b", 5), touch("b", "a", 3)],
      ["a<", "b<a"],
    ],
    [
      "a circle of three",
      [touch("a", "c", 9), touch("b", "a", 2), touch("c", "b", 3)],
      ["a<", "b<a", "c<b"],
    ],
    [
      "a circle in one coarse instant is opened once",
      [touch("b", "a", 1), touch("c", "b", 1), touch("a", "c", 1)],
      ["a<", "b<a", "c<b"],
    ],
    [
      "of two touches at once the link itself, then the lesser key",
      [touch("c", "b", 1), touch("c", "a", 1), touch("d", "a", 1), touch("d", null, 1)],
      ["a<", "b<", "d<", "c<a"],
    ],
  ])("%s", (_, touches, expected) => {
    expect(shape(touches)).toEqual(expected);
  });
});

const anyTouches = fc.array(
  fc.record({
    reader: fc.integer({ min: 0, max: 9 }).map(String),
    parent: fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: null }),
    at: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 40 },
);

test("any touches make a tree: every reader once, each after a parent", () => {
  fc.assert(
    fc.property(anyTouches, (touches) => {
      const { keys, parents } = treeOf(foldTouches(touches));
      const met = touches.filter(({ reader, parent }) => reader !== parent);
      const everybody = new Set(
        met.flatMap(({ reader, parent }) => (parent ? [reader, parent] : [reader])),
      );
      expect(new Set(keys.slice(1))).toEqual(everybody);
      expect(keys.length).toBe(everybody.size + 1);
      expect(parents[0]).toBe(-1);
      for (let node = 1; node < parents.length; node++) {
        expect(parents[node]).toBeGreaterThanOrEqual(0);
        expect(parents[node]).toBeLessThan(node);
      }
    }),
    { numRuns: 1000 },
  );
});

test("the tree grown touch by touch, in any order and with repeats, is the tree of all touches", () => {
  const orders = anyTouches.chain((touches) =>
    fc.tuple(
      fc.constant(touches),
      fc.shuffledSubarray([...touches, ...touches], { minLength: touches.length * 2 }),
      fc.nat(20),
    ),
  );
  fc.assert(
    fc.property(orders, ([touches, shuffled, cut]) => {
      const early = foldTouches(shuffled.slice(0, cut));
      const late = foldTouches(shuffled.slice(cut));
      // One consumer on top of the other, and two side by side whose rows the database merges.
      const grown = shuffled.reduce((nodes, next) => foldTouches([next], nodes), foldTouches([]));
      const beside = foldTouches([], [...late, ...early]);
      const whole = treeOf(foldTouches(touches));
      expect(treeOf(grown)).toEqual(whole);
      expect(treeOf(beside)).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test("where everybody was there before they passed it on, nobody is moved", () => {
  const honest = fc.array(fc.nat(), { maxLength: 40 }).map((draws) =>
    draws.map((draw, at): Touch => {
      const parent = draw % (at + 1);
      return touch(`r${at}`, parent === at ? null : `r${parent}`, at);
    }),
  );
  fc.assert(
    fc.property(honest, (touches) => {
      const expected = touches.map(({ reader, parent }) => `${reader}<${parent ?? ""}`);
      expect(shape(touches).toSorted()).toEqual(expected.toSorted());
    }),
  );
});

describe("readers who turn out to be one person", () => {
  const touches = [
    touch("a", null, 1),
    touch("b", null, 2),
    touch("c", "a", 3),
    touch("d", "b", 4),
    touch("a2", "d", 5),
    touch("e", "a2", 6),
  ];
  const people: People = new Map([
    ["a", "Li"],
    ["a2", "Li"],
  ]);

  test("stand where they came first, and whoever came through any of their refs hangs there", () => {
    expect(shape(touchesOf(touches, people))).toEqual(["Li<", "b<", "c<Li", "e<Li", "d<b"]);
  });

  test("have no touch of their own ref left", () => {
    const own = [touch("a", null, 1), touch("a2", "a", 2), touch("b", "a2", 3)];
    expect(touchesOf(own, people)).toEqual([touch("Li", null, 1), touch("b", "Li", 3)]);
  });

  test("are parted again when the merge is taken back", () => {
    expect(shape(touchesOf(touches, new Map()))).toEqual(shape(touches));
  });

  test("leave a nameless stub when they are forgotten, and the tree keeps its shape", () => {
    const after = forgotten(touches, people, "Li");
    expect([...after.values()]).not.toContain("Li");
    const before = shape(touchesOf(touches, people)).map((line) => line.replaceAll("Li", "a"));
    expect(shape(touchesOf(touches, after))).toEqual(before);
  });

  test("forgetting touches nobody else", () => {
    const others: People = new Map([...people, ["c", "Wu"]]);
    const after = forgotten(touches, others, "Li");
    expect(after.get("c")).toBe("Wu");
    expect(forgotten(touches, others, "nobody")).toEqual(others);
  });

  test("any merge and any forgetting leaves a tree of the same shape", () => {
    const owners = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(anyTouches, owners, (some, owner) => {
        const who: People = new Map(
          owner.flatMap((person, ref) =>
            person > 0 ? [[String(ref), `p${person}`] as const] : [],
          ),
        );
        const named = treeOf(foldTouches(touchesOf(some, who)));
        const stubbed = treeOf(foldTouches(touchesOf(some, forgotten(some, who, "p1"))));
        expect(stubbed.keys.length).toBe(named.keys.length);
        expect(stubbed.keys).not.toContain("p1");
        const depths = (parents: Int32Array) => {
          const own: number[] = [];
          for (const parent of parents) own.push(parent < 0 ? 0 : own[parent]! + 1);
          return own.toSorted((a, b) => a - b);
        };
        // Ties in one instant may be decided by another key; times that differ decide alike.
        const times = new Set(some.map(({ at }) => at));
        if (times.size === some.length)
          expect(depths(stubbed.parents)).toEqual(depths(named.parents));
      }),
      { numRuns: 500 },
    );
  });
});
