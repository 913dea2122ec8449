import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compared } from "../../../../src/insight/report/compare.ts";
import {
  addEngaged,
  medianEngaged,
  mergeHistograms,
} from "../../../../src/insight/report/histogram.ts";
import { sectionFigures } from "../../../../src/insight/report/sections.ts";

const times = fc.array(fc.integer({ min: 1000, max: 7_200_000 }), { minLength: 1, maxLength: 60 });
const histogramOf = (engaged: readonly number[]) =>
  engaged.reduce<number[]>((histogram, ms) => addEngaged(histogram, ms), []);

describe("the median engaged time", () => {
  test("is within 4.5 % of the middle read", () => {
    fc.assert(
      fc.property(times, (engaged) => {
        const sorted = engaged.toSorted((a, b) => a - b);
        const truth = sorted[Math.ceil(sorted.length / 2) - 1]!;
        const ratio = medianEngaged(histogramOf(engaged))! / truth;
        expect(ratio).toBeGreaterThan(1 / 1.0455);
        expect(ratio).toBeLessThan(1.0455);
      }),
    );
  });

  test("days are put together as if they had been one", () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        expect(mergeHistograms(histogramOf(a), histogramOf(b))).toEqual(histogramOf([...a, ...b]));
      }),
    );
  });

  test("a correction takes away what the visit gave before", () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1000, max: 7_200_000 }), (engaged, before) => {
        const added = addEngaged(histogramOf(engaged), before);
        expect(addEngaged(added, before, -1)).toEqual(histogramOf(engaged));
      }),
    );
  });

  test("of nothing is nothing, and no read is longer than a day", () => {
    expect(medianEngaged([])).toBeNull();
    expect(addEngaged([], 1e12)).toHaveLength(addEngaged([], 86_400_000).length);
  });
});

describe("sections", () => {
  const sums = [
    { sectionId: "a", expectedMs: 10_000, ms: 100_000, reached: 10, again: 2 },
    { sectionId: "b", expectedMs: 20_000, ms: 60_000, reached: 6, again: 3 },
    { sectionId: "c", expectedMs: 5000, ms: 9000, reached: 2, again: 1 },
  ];

  test("heat, drop-off and what was read again", () => {
    const [a, b] = sectionFigures(sums, 12);
    expect(a).toEqual({
      sectionId: "a",
      heat: { value: 1 },
      dropOff: { value: 1 - 10 / 12 },
      readAgain: { value: 0.2 },
    });
    expect(b).toMatchObject({
      heat: { value: 0.5 },
      dropOff: { value: 0.4 },
      readAgain: { value: 0.5 },
    });
  });

  test("below three readers the reason stands in place of the figure", () => {
    const c = sectionFigures(sums, 12)[2];
    expect(c?.heat).toEqual({
      missing: {
        zh: "读者不足 3 位（现有 2 位），不显示，以免指向个人。",
        en: "Fewer than 3 readers (2): not shown, since it would point to persons.",
      },
    });
    expect(c?.dropOff).toEqual(c?.heat);
    expect(c?.readAgain).toEqual(c?.heat);
  });

  test("a section that nobody reached points to nobody", () => {
    const unread = { sectionId: "d", expectedMs: 5000, ms: 0, reached: 0, again: 0 };
    expect(sectionFigures([...sums.slice(0, 2), unread], 12)[2]?.dropOff).toEqual({ value: 1 });
  });

  test("a section without text has no heat", () => {
    const [picture] = sectionFigures([{ ...sums[0]!, expectedMs: 0 }], 12);
    expect(picture?.heat).toMatchObject({ missing: { en: expect.stringContaining("no text") } });
  });
});

describe("comparisons", () => {
  const crowd = Array.from({ length: 20 }, (_, at) => ({
    key: `s${at}`,
    hits: 20 + (at % 5),
    trials: 80,
  }));

  test("three of three does not beat sixty of eighty", () => {
    const found = compared([
      ...crowd,
      { key: "tiny", hits: 3, trials: 3 },
      { key: "good", hits: 60, trials: 80 },
    ]);
    expect(found[0]).toMatchObject({ key: "good", against: "above" });
    expect(found.find(({ key }) => key === "tiny")?.against).toBe("alike");
  });

  test("none of two is not said to be worse", () => {
    const found = compared([
      ...crowd,
      { key: "tiny", hits: 0, trials: 2 },
      { key: "poor", hits: 2, trials: 80 },
    ]);
    expect(found.at(-1)).toMatchObject({ key: "poor", against: "below" });
    expect(found.find(({ key }) => key === "tiny")?.against).toBe("alike");
  });

  test("no groups, no comparison", () => {
    expect(compared([])).toEqual([]);
  });
});
