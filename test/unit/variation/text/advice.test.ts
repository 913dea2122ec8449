/** Advice keeps its word, as far as can be told: `npm run bench -- advice` tells it of all recorded posts. */
import { describe, expect, test } from "vitest";
import { keptAdvice } from "../../../../bench/text/kept.ts";
import { recordedPosts } from "../../../support/recorded.ts";

describe("what advice promises", () => {
  test.each(["zh-bakery", "en-run-club"])("%s: is what real options bring, in the middle", (id) => {
    const post = recordedPosts().find((one) => one.id === id);
    if (!post) throw new Error(`No recorded post ${id}`);
    const ratios = keptAdvice(post)
      .map(({ promised, reached }) => reached / promised)
      .sort((a, b) => a - b);
    expect(ratios.length).toBeGreaterThanOrEqual(5);
    const middle = ratios[Math.floor(ratios.length / 2)] ?? 0;
    expect(middle).toBeGreaterThan(2 / 3);
    expect(middle).toBeLessThan(4 / 3);
  });
});
