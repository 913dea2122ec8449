import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { introductions, type PathLimits, type Tie } from "../../../../src/insight/spread/paths.ts";

const tie = (from: string, to: string, contentId = "post", at = 1): Tie => ({
  from,
  to,
  contentId,
  at,
});

function ways(ties: Tie[], senders: string[], person: string, limits?: PathLimits) {
  const { paths, more } = introductions(ties, senders, person, limits);
  const lines = paths.map((way) => [way[0]?.from, ...way.map(({ to }) => to)].join(">"));
  return more ? [...lines, "…"] : lines;
}

describe("ways to a person", () => {
  test("across posts and senders, the shortest first", () => {
    const ties = [
      tie("Mia", "a", "one"),
      tie("a", "Zhang", "one"),
      tie("Bo", "b", "two"),
      tie("b", "a", "two"),
      tie("a", "Zhang", "two"),
      tie("Mia", "c", "one"),
    ];
    expect(ways(ties, ["Mia", "Bo"], "Zhang")).toEqual(["Mia>a>Zhang", "Bo>b>a>Zhang"]);
  });

  test("a step says how often, over how much, and when last", () => {
    const ties = [
      tie("Mia", "Zhang", "one", 5),
      tie("Mia", "Zhang", "one", 9),
      tie("Mia", "Zhang", "two", 7),
    ];
    expect(introductions(ties, ["Mia"], "Zhang").paths).toEqual([
      [{ from: "Mia", to: "Zhang", touches: 3, contents: 2, lastAt: 9 }],
    ]);
  });

  test("of ways equally long the one whose weakest step is strongest", () => {
    const ties = [
      tie("Mia", "a"),
      tie("a", "Zhang"),
      ...["x", "y"].flatMap((post) => [tie("Mia", "b", post), tie("b", "Zhang", post)]),
    ];
    expect(ways(ties, ["Mia"], "Zhang")).toEqual(["Mia>b>Zhang", "Mia>a>Zhang"]);
  });

  test("nobody twice, no sender on the way, no farther than asked", () => {
    const ties = [
      tie("Mia", "a"),
      tie("a", "b"),
      tie("b", "a"),
      tie("b", "Bo"),
      tie("Bo", "Zhang"),
      tie("b", "Zhang"),
    ];
    expect(ways(ties, ["Mia", "Bo"], "Zhang")).toEqual(["Bo>Zhang", "Mia>a>b>Zhang"]);
    expect(ways(ties, ["Mia", "Bo"], "Zhang", { maxSteps: 2 })).toEqual(["Bo>Zhang"]);
  });

  test("more than asked for is said", () => {
    const ties = ["a", "b", "c"].flatMap((each) => [tie("Mia", each), tie(each, "Zhang")]);
    expect(ways(ties, ["Mia"], "Zhang", { maxPaths: 2 })).toEqual([
      "Mia>a>Zhang",
      "Mia>b>Zhang",
      "…",
    ]);
    expect(ways(ties, ["Mia"], "Zhang", { maxPaths: 3 })).toHaveLength(3);
  });

  test("no way is said by none", () => {
    expect(ways([tie("Mia", "a")], ["Mia"], "Zhang")).toEqual([]);
    expect(ways([tie("Mia", "a")], ["Mia"], "Mia")).toEqual([]);
  });

  test("a crowd that all touched all ends in time", () => {
    const crowd = Array.from({ length: 40 }, (_, at) => `r${at}`);
    const ties = ["Mia", ...crowd].flatMap((from) => crowd.map((to) => tie(from, to)));
    expect(introductions(ties, ["Mia"], "r0", { maxPaths: 50 })).toMatchObject({ more: true });
  });

  test("all ways there are, on any ties", () => {
    const name = fc.constantFrom("S", "T", "a", "b", "c", "z");
    const any = fc.array(
      fc.tuple(name, name).map(([from, to]) => tie(from, to)),
      { maxLength: 14 },
    );
    const byHand = (ties: Tie[]) => {
      const found: string[] = [];
      const walk = (way: string[]) => {
        const at = way.at(-1)!;
        if (at === "z") found.push(way.join(">"));
        else {
          const next = new Set(ties.filter(({ from }) => from === at).map(({ to }) => to));
          for (const to of next)
            if (!way.includes(to) && to !== "S" && to !== "T") walk([...way, to]);
        }
      };
      walk(["S"]);
      walk(["T"]);
      return found.toSorted();
    };
    fc.assert(
      fc.property(any, (ties) => {
        expect(ways(ties, ["S", "T"], "z", { maxPaths: 1000 }).toSorted()).toEqual(byHand(ties));
      }),
      { numRuns: 500 },
    );
  });
});
