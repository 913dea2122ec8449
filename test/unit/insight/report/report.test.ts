import { describe, expect, test } from "vitest";
import { compared } from "../../../../src/insight/report/compare.ts";
import { sectionFigures } from "../../../../src/insight/report/sections.ts";

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
        zh: "读者不足 3 位，不显示，以免指向个人。",
        en: "Fewer than 3 readers: not shown, since it would point to persons.",
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
