import { describe, expect, expectTypeOf, test } from "vitest";
import {
  between,
  type Duration,
  day,
  duration,
  earlier,
  hour,
  type Instant,
  inSeconds,
  instant,
  larger,
  later,
  minute,
  quarterHour,
  second,
  smaller,
  startOf,
  times,
} from "../../../src/domain/units.ts";

const at = instant(Date.UTC(2026, 10, 1, 10, 14, 59, 999));

describe("a moment and a span", () => {
  test("are told apart by the compiler, and from plain numbers", () => {
    expectTypeOf<Duration>().not.toExtend<Instant>();
    expectTypeOf<Instant>().not.toExtend<Duration>();
    expectTypeOf<number>().not.toExtend<Instant>();
    expectTypeOf<number>().not.toExtend<Duration>();
  });
  test("add and subtract", () => {
    expect(later(at, minute) - at).toBe(60_000);
    expect(at - earlier(at, hour)).toBe(3_600_000);
    expect(between(at, later(at, day))).toBe(86_400_000);
    expect(times(3, second)).toBe(3000);
    expect(inSeconds(duration(1499))).toBe(1);
  });
  test("compare", () => {
    expect(larger(at, later(at, second))).toBe(later(at, second));
    expect(smaller(at, later(at, second))).toBe(at);
    expect(larger("phone", "tablet")).toBe("tablet");
  });
});

test("a quarter-hour begins where the clock shows 00, 15, 30 or 45", () => {
  expect(new Date(quarterHour(at)).toISOString()).toBe("2026-11-01T10:00:00.000Z");
  expect(new Date(quarterHour(later(at, duration(1)))).toISOString()).toBe(
    "2026-11-01T10:15:00.000Z",
  );
});

test("a day begins at midnight UTC", () => {
  expect(new Date(startOf(day, at)).toISOString()).toBe("2026-11-01T00:00:00.000Z");
});
