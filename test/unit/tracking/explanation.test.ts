import { describe, expect, test } from "vitest";
import { duration, instant } from "../../../src/domain/units.ts";
import { explainVisit } from "../../../src/tracking/explanation.ts";

const start = instant(1_793_491_200_000);
const visit = {
  seq: 6,
  endSeq: 6,
  engagedMs: duration(29_000),
  idleMs: duration(0),
  trustMs: duration(0),
  wasCut: false,
  bot: false,
  own: false,
  burst: false,
  seenMs: duration(29_200),
  heard: 63,
  startedAt: start,
  lastBeatAt: instant(start + 29_300),
};
const abouts = (change: Partial<typeof visit>) =>
  explainVisit({ ...visit, ...change }).map(({ about }) => about);
const english = (change: Partial<typeof visit>) =>
  explainVisit({ ...visit, ...change })
    .map(({ en }) => en)
    .join(" ");

describe("a visit's seconds are explained", () => {
  test("by its beats and what they are worth, where nothing else happened", () => {
    expect(abouts({})).toEqual(["beats", "confidence"]);
    expect(english({})).toMatch(/6 times.*29 s.*Nothing is owed/);
  });

  test("by one beat, in words for one", () => {
    expect(english({ seq: 1, endSeq: 1 })).toMatch(/^The page reported once; the newest/);
  });

  test("with what the idle limit cut, and the bounds that follow", () => {
    const idle = { idleMs: duration(35_000), trustMs: duration(20_000) };
    const text = english({ ...idle, lastBeatAt: instant(start + 64_200) });
    expect(text).toMatch(/For 35 s nothing was done/);
    expect(text).toMatch(/between 9 and 64 s/);
    expect(abouts({ ...idle, lastBeatAt: instant(start + 64_200) })).not.toContain("hidden");
  });

  test("with the time it was hidden", () => {
    expect(english({ lastBeatAt: instant(start + 329_000) })).toMatch(/asleep for 300 s/);
  });

  test("with the cut of what cannot be true", () => {
    expect(abouts({ wasCut: true })).toEqual(["beats", "cut", "confidence"]);
    expect(english({ wasCut: true })).toMatch(/at most 29 s/);
  });

  test("with how a page went without a word, or was driven by a program", () => {
    expect(english({ seq: 7 })).toMatch(/without a word: at least 29 s/);
    expect(abouts({ bot: true })).toContain("bot");
  });

  test("with why it is not believed, where it is not", () => {
    expect(english({ burst: true })).toMatch(/opened from one place more often than people do/);
    expect(english({ heard: 1 })).toMatch(/did not hear from the page twice/);
    expect(english({ seenMs: duration(999) })).toMatch(/did not hear from the page twice/);
    expect(english({ seenMs: duration(999), bot: true })).not.toMatch(/did not hear/);
  });

  test("in Chinese and in English, with the same numbers", () => {
    const all = { idleMs: duration(35_000), trustMs: duration(20_000), wasCut: true, bot: true };
    const numbers = (text: string) => text.match(/\d+(\.\d)?/g) ?? [];
    for (const { zh, en } of explainVisit({
      ...visit,
      ...all,
      lastBeatAt: instant(start + 99_000),
    })) {
      expect(numbers(zh).toSorted()).toEqual(numbers(en).toSorted());
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
