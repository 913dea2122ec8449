import { expect, test } from "vitest";
import { earlier, hour, instant, later, quarter } from "../../../src/domain/units.ts";
import { daysOf } from "../../../src/insight/days.ts";

/** Days of UTC+8. */
const clock = (at: number) => {
  const minutes = (at + 8 * hour) / 60_000;
  return { day: Math.floor(minutes / 1440), minute: Math.floor(minutes) % 1440 };
};

test("quarter-hours either side of a local midnight fall on two days", () => {
  const midnight = instant(Date.UTC(2026, 10, 21, 16));
  const quarters = [
    { quarter: earlier(midnight, quarter), reads: 2, engagedMs: 5000, unnamed: 1 },
    { quarter: midnight, reads: 1, engagedMs: 700, unnamed: 0 },
    { quarter: later(midnight, hour), reads: 3, engagedMs: 300, unnamed: 3 },
  ];
  expect(daysOf(quarters, clock)).toEqual([
    { date: "2026-11-21", reads: 2, engagedMs: 5000, unnamed: 1 },
    { date: "2026-11-22", reads: 4, engagedMs: 1000, unnamed: 3 },
  ]);
});

test("no reads, no days", () => {
  expect(daysOf([], clock)).toEqual([]);
});
