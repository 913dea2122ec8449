/** Advice keeps its word, as far as can be told: `npm run bench -- advice` tells it of all recorded posts. */
import { describe, expect, test } from "vitest";
import { isAsTold, keptAdvice } from "../../../../bench/text/kept.ts";
import { adviceText, gainBetween } from "../../../../src/variation/text/index.ts";
import { recordedPosts } from "../../../support/recorded.ts";

describe("what advice promises", () => {
  test.each(["zh-bakery", "en-run-club"])("%s: is what real options bring, in the middle", (id) => {
    const post = recordedPosts().find((one) => one.id === id);
    if (!post) throw new Error(`No recorded post ${id}`);
    const pieces = keptAdvice(post);
    expect(pieces.filter((piece) => isAsTold(piece, 1 / 3)).length).toBeGreaterThanOrEqual(
      0.8 * pieces.length,
    );
    const ratios = pieces.map(({ promised, reached }) => reached / promised).sort((a, b) => a - b);
    expect(ratios.length).toBeGreaterThanOrEqual(5);
    const middle = ratios[Math.floor(ratios.length / 2)] ?? 0;
    expect(middle).toBeGreaterThan(2 / 3);
    expect(middle).toBeLessThan(4 / 3);
  });
});

test("what is not known before it is written is told as two numbers, in each language", () => {
  const advice = {
    kind: "sentence-options",
    draft: 0,
    sentences: [{ sentenceId: "a", words: "周末都来坐坐。" }],
    options: 2,
    floor: "company",
    gain: 9,
    servesAll: false,
  } as const;
  expect(gainBetween(9)).toEqual({ atLeast: 6, atMost: 14 });
  expect(gainBetween(1)).toEqual({ atLeast: 1, atMost: 2 });
  expect(adviceText(advice, 200, "en")).toContain("about +6 to +14 senders");
  expect(adviceText(advice, 200, "zh-CN")).toContain("大约能多给 6–14 个人用");
  expect(adviceText(advice, 200, "zh-TW")).toContain("大約能多給 6–14 個人用");
  expect(adviceText({ ...advice, servesAll: true }, 200, "en")).toContain("would serve all 200");
});
