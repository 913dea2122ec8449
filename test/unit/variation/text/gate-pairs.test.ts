/** The labelled set itself: large enough, in both languages, and no pair in both halves. */
import { describe, expect, test } from "vitest";
import { normalise } from "../../../../src/variation/text/index.ts";
import { gatePairs, HALVES, PARTS } from "../../../support/gate-pairs.ts";

const all = PARTS.flatMap((part) => gatePairs(part));

describe("the labelled set of rewordings", () => {
  test("has 150 faithful and 150 falsified ones or more, a fifth of each in English", () => {
    for (const falsified of [false, true]) {
      const some = all.filter((pair) => (pair.falsified !== undefined) === falsified);
      expect(some.length).toBeGreaterThanOrEqual(150);
      const english = some.filter(({ original }) => !/\p{Script=Han}/u.test(original));
      expect(english.length / some.length).toBeGreaterThanOrEqual(0.2);
    }
  });

  test("keeps half of them apart from what gates are tuned on", () => {
    const [tuned, kept] = HALVES.map((half) => gatePairs(half));
    expect(kept?.length).toBeGreaterThanOrEqual((tuned?.length ?? 0) * 0.9);
    const seen = new Set(tuned?.map(({ original }) => original));
    expect(kept?.filter(({ original }) => seen.has(original))).toEqual([]);
  });

  test("has 250 faithful and 250 falsified ones or more by strangers, a third of each in English", () => {
    const strangers = gatePairs("strangers");
    for (const falsified of [false, true]) {
      const some = strangers.filter((pair) => (pair.falsified !== undefined) === falsified);
      expect(some.length).toBeGreaterThanOrEqual(250);
      const english = some.filter(({ original }) => !/\p{Script=Han}/u.test(original));
      expect(english.length / some.length).toBeGreaterThanOrEqual(0.33);
    }
  });

  test("has the last strangers' posts in two halves of 90 faithful and 50 falsified ones or more, none in both", () => {
    const [seen, held] = (["fresh-seen", "fresh-held"] as const).map((part) => gatePairs(part));
    for (const half of [seen, held]) {
      const falsified = half?.filter((pair) => pair.falsified !== undefined).length ?? 0;
      expect(falsified).toBeGreaterThanOrEqual(50);
      expect((half?.length ?? 0) - falsified).toBeGreaterThanOrEqual(90);
    }
    const posts = new Set(seen?.map(({ post }) => post));
    expect(held?.filter(({ post }) => posts.has(post))).toEqual([]);
  });

  test("holds no rewording twice and none that is its original", () => {
    const keys = all.map(({ original, option }) => `${original}\n${normalise(option)}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { original, option } of all) expect(normalise(option)).not.toBe(normalise(original));
  });
});
