import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf } from "../../../src/insight/local-time.ts";
import { clockIn } from "../../../src/usecases/readers/clock.ts";

const zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];

test("a zone's clock shows what its calendar shows, through every change of it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }),
      (timeZone, at) => {
        const { day, minute } = clockIn(timeZone)(at);
        const parts = new Intl.DateTimeFormat("en-CA", {
          timeZone,
          dateStyle: "short",
          timeStyle: "short",
          hourCycle: "h23",
        }).format(at);
        const two = (value: number) => String(value).padStart(2, "0");
        expect(parts).toBe(`${dateOf(day)}, ${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
      },
    ),
  );
});

test("an hour that comes twice has its minutes twice, and one that is skipped has none", () => {
  const clock = clockIn("America/New_York");
  const autumn = Date.UTC(2026, 10, 1, 5, 30);
  expect([clock(autumn).minute, clock(autumn + 3_600_000).minute]).toEqual([90, 90]);
  const spring = Date.UTC(2026, 2, 8, 6, 59);
  expect([clock(spring).minute, clock(spring + 60_000).minute]).toEqual([119, 180]);
});
