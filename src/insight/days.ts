import type { Instant } from "../domain/units.ts";
import { dateOf, type LocalClock } from "./local-time.ts";

export type QuarterReads = {
  /** The start of a UTC quarter-hour. */
  quarter: Instant;
  reads: number;
  engagedMs: number;
  /** How many of the reads are by people who did not agree to be remembered. */
  unnamed: number;
};

export type DayReads = {
  /** YYYY-MM-DD */
  date: string;
  reads: number;
  engagedMs: number;
  unnamed: number;
};

/**
 * Quarter-hours, oldest first, added up by the days of a clock. Every timezone in use is
 * whole quarter-hours off UTC, so that no quarter-hour belongs to two days.
 */
export function daysOf(quarters: readonly QuarterReads[], clock: LocalClock): DayReads[] {
  const days = new Map<string, DayReads>();
  for (const { quarter, ...more } of quarters) {
    const date = dateOf(clock(quarter).day);
    const day = days.get(date) ?? { date, reads: 0, engagedMs: 0, unnamed: 0 };
    days.set(date, {
      date,
      reads: day.reads + more.reads,
      engagedMs: day.engagedMs + more.engagedMs,
      unnamed: day.unnamed + more.unnamed,
    });
  }
  return [...days.values()];
}
