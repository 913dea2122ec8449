import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postingWindows, staggered } from "../../../src/insight/hours.ts";

describe("posting windows", () => {
  test("without a read the usual ones", () => {
    expect(postingWindows([]).map(({ from, to, basis }) => [from / 60, to / 60, basis])).toEqual([
      [7, 9, "usual"],
      [11.5, 14, "usual"],
      [20, 22, "usual"],
    ]);
  });

  test("a few reads hardly move them, many replace them", () => {
    const night = (count: number) =>
      Array.from({ length: count }, (_, at) => 22 * 60 + 30 + (at % 90));
    expect(postingWindows(night(3)).map(({ from }) => from / 60)).toEqual([7, 11.5, 20]);
    const own = postingWindows(night(200));
    expect(own.some(({ from, to }) => from <= 22 * 60 + 30 && to === 24 * 60)).toBe(true);
    expect(own.every(({ basis }) => basis === "own")).toBe(true);
  });

  test("three windows within the day that do not overlap, in order, whatever is read", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 1 }), (reads) => {
        const windows = postingWindows(reads);
        expect(windows).toHaveLength(3);
        for (const [at, { from, to, share }] of windows.entries()) {
          expect(to - from).toBe(120);
          expect(to).toBeLessThanOrEqual(1440);
          expect(from).toBeGreaterThanOrEqual(windows[at - 1]?.to ?? 0);
          expect(share).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("a team posts spread over the window", () => {
    const window = { from: 420, to: 540 };
    expect([0, 1, 2, 3].map((place) => staggered(window, place, 4))).toEqual([420, 450, 480, 510]);
  });
});
