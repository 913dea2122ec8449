import { describe, expect, test } from "vitest";
import { cutList, fitMixture } from "../../../../src/insight/stats/mixture.ts";
import { betaDraw, hitsOf, randomOf } from "../../../support/random.ts";

/** Two hundred groups, the first so many of the better kind, rates spread with concentration 30. */
function planted(seed: number, better: number, high: number, low: number) {
  const random = randomOf(seed);
  return Array.from({ length: 200 }, (_, at) => {
    const mean = at < better ? high : low;
    const trials = 20 + Math.floor(random() * 130);
    return [{ hits: hitsOf(random, trials, betaDraw(random, mean * 30, (1 - mean) * 30)), trials }];
  });
}

describe("two kinds of group", () => {
  test("kinds far apart are told apart", () => {
    const { better, gain } = fitMixture(planted(3, 20, 0.7, 0.15));
    expect(gain).toBeGreaterThan(10);
    const named = better.flatMap((p, at) => (p > 0.9 ? [at] : []));
    expect(named.filter((at) => at < 20).length).toBeGreaterThanOrEqual(17);
    expect(named.filter((at) => at >= 20)).toEqual([]);
  });

  test("one kind alone gains nothing by a second, in nineteen of twenty workspaces", () => {
    let fooled = 0;
    for (let seed = 0; seed < 40; seed++) {
      if (fitMixture(planted(100 + seed, 0, 0.3, 0.3)).gain > 1) fooled++;
    }
    expect(fooled).toBeLessThanOrEqual(2);
  });

  test("a second signal tells what the first cannot", () => {
    const random = randomOf(5);
    const groups = Array.from({ length: 120 }, (_, at) => {
      const isBetter = at < 20;
      return [
        { hits: hitsOf(random, 30, 0.3), trials: 30 },
        { hits: hitsOf(random, 30, isBetter ? 0.6 : 0.1), trials: 30 },
      ];
    });
    const { better } = fitMixture(groups);
    for (const [at, p] of better.entries()) expect(p > 0.5).toBe(at < 20);
  });

  test("no groups, no kinds", () => {
    expect(fitMixture([]).better).toEqual([]);
  });
});

describe("the list that is cut", () => {
  test.each([
    ["the mean chance of a wrong name stays below the bound", [0.99, 0.5, 0.97], 0.05, [0, 2]],
    ["a doubtful name may ride on sure ones", [1, 1, 1, 0.7], 0.1, [0, 1, 2, 3]],
    ["nobody where nobody is sure", [0.6, 0.7], 0.1, []],
    ["ties keep the order of the groups", [0.95, 0.95], 0.06, [0, 1]],
  ])("%s", (_, better, bound, list) => {
    expect(cutList(better, bound)).toEqual(list);
  });
});
