import { describe, expect, test } from "vitest";
import { priorOf, rateOf } from "../../../../src/insight/stats/rate.ts";
import { betaDraw, hitsOf, randomOf } from "../../../support/random.ts";

describe("rates of few trials", () => {
  test("one hit of one trial is pulled towards the prior, forty of forty hardly", () => {
    const prior = { a: 2, b: 6 };
    expect(rateOf({ hits: 1, trials: 1 }, prior).mean).toBeCloseTo(3 / 9, 9);
    expect(rateOf({ hits: 40, trials: 40 }, prior).mean).toBeCloseTo(42 / 48, 9);
  });

  test("the interval holds the mean and shrinks with trials", () => {
    const prior = { a: 1, b: 3 };
    const few = rateOf({ hits: 2, trials: 8 }, prior);
    const many = rateOf({ hits: 200, trials: 800 }, prior);
    for (const rate of [few, many]) {
      expect(rate.low).toBeLessThan(rate.mean);
      expect(rate.high).toBeGreaterThan(rate.mean);
    }
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 4);
  });

  test("no trial anywhere says nothing", () => {
    expect(priorOf([])).toEqual({ a: 1, b: 1 });
    expect(priorOf([{ hits: 0, trials: 0 }])).toEqual({ a: 1, b: 1 });
  });

  test("a few groups give their common rate and little faith in it", () => {
    const { a, b } = priorOf([
      { hits: 9, trials: 30 },
      { hits: 3, trials: 10 },
    ]);
    expect(a + b).toBeCloseTo(2, 9);
    expect(a / (a + b)).toBeCloseTo(0.305, 2);
  });

  test("groups that are all alike give a strong prior", () => {
    const alike = Array.from({ length: 30 }, () => ({ hits: 6, trials: 20 }));
    const { a, b } = priorOf(alike);
    expect(a + b).toBeCloseTo(200, 9);
  });

  test("a planted prior is found again, with groups of every size", () => {
    const random = randomOf(7);
    const groups = Array.from({ length: 2000 }, () => {
      const trials = 3 + Math.floor(random() * 60);
      return { hits: hitsOf(random, trials, betaDraw(random, 6, 14)), trials };
    });
    const { a, b } = priorOf(groups);
    expect(a / (a + b)).toBeCloseTo(0.3, 1);
    expect(a + b).toBeGreaterThan(15);
    expect(a + b).toBeLessThan(26);
  });

  test("the interval is honest: it holds nine rates in ten", () => {
    const random = randomOf(11);
    let held = 0;
    for (let group = 0; group < 1000; group++) {
      const truth = betaDraw(random, 4, 8);
      const { low, high } = rateOf({ hits: hitsOf(random, 12, truth), trials: 12 }, { a: 4, b: 8 });
      if (low <= truth && truth <= high) held++;
    }
    expect(held).toBeGreaterThan(870);
    expect(held).toBeLessThan(930);
  });
});
