import type { Instant } from "../domain/units.ts";

export type QuarterReads = {
  /** The start of a UTC quarter-hour. */
  quarter: Instant;
  reads: number;
  engagedMs: number;
};

export type DayReads = {
  /** YYYY-MM-DD */
  date: string;
  reads: number;
  engagedMs: number;
};

/**
 * Quarter-hours, oldest first, added up by the day that `dayOf` puts them in. Every timezone in use is
 * whole quarter-hours off UTC, so that no quarter-hour belongs to two days.
 */
export function daysOf(
  quarters: readonly QuarterReads[],
  dayOf: (at: Instant) => string,
): DayReads[] {
  const days = new Map<string, DayReads>();
  for (const { quarter, reads, engagedMs } of quarters) {
    const date = dayOf(quarter);
    const day = days.get(date) ?? { date, reads: 0, engagedMs: 0 };
    days.set(date, { date, reads: day.reads + reads, engagedMs: day.engagedMs + engagedMs });
  }
  return [...days.values()];
}
