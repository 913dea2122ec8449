import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activityAt } from "../../../../src/insight/relationship/activity.ts";
import { relationshipOf, relationshipsAt } from "../../../../src/insight/relationship/rank.ts";
import { strengthAt, type TieHistory } from "../../../../src/insight/relationship/strength.ts";
import { DAY, MONDAY } from "../tags/people.ts";

const day = (count: number) => MONDAY + count * DAY;
const tie = (
  viewerId: string,
  days: number[],
  completion = 0.5,
  answers: number[] = [],
): TieHistory => ({
  viewerId,
  reads: days.map((count) => ({ at: day(count), completion })),
  offered: [0, 7, 14, 21].map((count) => day(-count)),
  answers: answers.map(day),
});

describe("strength", () => {
  test("every part is shown, and the whole is their weighted mean", () => {
    expect(strengthAt(tie("a", [-14, -20], 0.8, [-3]), MONDAY)).toEqual({
      recency: 0.5,
      frequency: Math.log1p(2) / Math.log1p(4),
      depth: 0.8,
      reciprocity: 0.5,
      strength: expect.closeTo(0.15 + (0.25 * Math.log1p(2)) / Math.log1p(4) + 0.2 + 0.1, 10),
    });
  });

  test("what comes later does not count, and nobody who did nothing is strong", () => {
    expect(strengthAt(tie("a", [1, 2], 1, [3]), MONDAY).strength).toBe(0);
  });

  test("weights are settings; all parts stay between 0 and 1", () => {
    const weights = { recency: 0, frequency: 0, depth: 2, reciprocity: 0 };
    expect(strengthAt(tie("a", [-1], 0.7), MONDAY, weights).strength).toBeCloseTo(0.7, 10);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -90, max: 10 })),
        fc.array(fc.integer({ min: -90, max: 0 })),
        (reads, answers) => {
          for (const part of Object.values(strengthAt(tie("a", reads, 1, answers), MONDAY))) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe("activity", () => {
  const weekly = [0, 7, 14, 21].map(day);
  test.each([
    ["within twice their own rhythm", weekly, 21 + 14, "active"],
    ["within four times", weekly, 21 + 27, "cooling"],
    ["longer", weekly, 21 + 29, "lost"],
    ["a single read goes by the workspace's rhythm", [day(0)], 14, "active"],
    ["a single read, later", [day(0)], 15, "cooling"],
  ])("%s", (_, reads, at, expected) => {
    expect(activityAt(reads, day(at), 7 * DAY)).toBe(expected);
  });
});

describe("whom to turn to", () => {
  const crowd = [
    tie("strong", [-1, -2, -8, -15, -22, -29, -40, -50, -60], 1, [-30, -40, -50]),
    tie("steady", [-3, -10, -17, -24, -31, -38, -45, -52, -59, -66, -73], 0.6),
    tie("rising", [-1, -2, -60], 0.5),
    tie("gone", [-80], 0.2),
    tie("weak", [-29], 0.1),
    tie("strong2", [-1, -3, -5, -9], 1, [-4, -20]),
    tie("strong3", [-1, -4, -6, -12], 1, [-5, -30]),
    tie("steady2", [-4, -11, -18, -25, -32, -39, -46, -53, -60, -67, -74], 0.6),
    tie("weak2", [-30], 0.1),
  ];

  test("thirds make strong, middle and weak; the rising middle comes first", () => {
    const found = relationshipsAt(crowd, MONDAY);
    expect(found.map(({ viewerId, level, isRising }) => [viewerId, level, isRising])).toEqual([
      ["rising", "middle", true],
      ["strong", "strong", expect.any(Boolean)],
      ["strong2", "strong", true],
      ["strong3", "strong", true],
      ["steady", "middle", false],
      ["steady2", "middle", false],
      ["weak", "weak", false],
      ["weak2", "weak", false],
      ["gone", "weak", false],
    ]);
  });

  test("eight are too few for thirds or places, and then nobody comes first for a level", () => {
    const few = relationshipsAt(
      crowd.filter(({ viewerId }) => viewerId !== "gone"),
      MONDAY,
    );
    expect(new Set(few.map(({ level, place, of }) => `${level} ${place} ${of}`))).toEqual(
      new Set(["null null 8"]),
    );
    expect(few[0]?.viewerId).toBe("strong");
  });

  test("the order of the input does not matter, and who never read is no tie", () => {
    const more = [...crowd.toReversed(), tie("never", []), tie("tomorrow", [1])];
    expect(relationshipsAt(more, MONDAY)).toEqual(relationshipsAt(crowd, MONDAY));
  });

  test("one tie alone is what it is among all, and who never read has none", () => {
    const all = [...crowd, tie("never", [])];
    for (const one of relationshipsAt(all, MONDAY)) {
      expect(relationshipOf(one.viewerId, all, MONDAY)).toEqual(one);
    }
    expect(relationshipOf("never", all, MONDAY)).toBeUndefined();
  });
});
