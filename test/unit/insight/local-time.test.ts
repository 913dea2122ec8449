import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarDate, DAY_MS } from "../../../src/insight/local-time.ts";

test("days have the dates of the calendar, leap years included", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const date = new Date(day * DAY_MS);
      expect(calendarDate(day)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        date: date.getUTCDate(),
      });
    }),
    { numRuns: 3000, examples: [[0], [-1], [11016], [19782], [47540]] },
  );
});
