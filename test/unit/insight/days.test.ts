import { expect, test } from "vitest";
import { daysOf } from "../../../src/insight/days.ts";

const hour = 3_600_000;
/** Days of UTC+8. */
const dayOf = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10);

test("quarter-hours either side of a local midnight fall on two days", () => {
  const midnight = Date.UTC(2026, 10, 21, 16);
  const quarters = [
    { quarter: midnight - 900_000, reads: 2, engagedMs: 5000 },
    { quarter: midnight, reads: 1, engagedMs: 700 },
    { quarter: midnight + hour, reads: 3, engagedMs: 300 },
  ];
  expect(daysOf(quarters, dayOf)).toEqual([
    { date: "2026-11-21", reads: 2, engagedMs: 5000 },
    { date: "2026-11-22", reads: 4, engagedMs: 1000 },
  ]);
});

test("no reads, no days", () => {
  expect(daysOf([], dayOf)).toEqual([]);
});
