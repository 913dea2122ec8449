/** Days and minutes as a workspace's clock shows them. Which zone that is, the caller knows. */

import { day } from "../domain/units.ts";

/** A time by the wall clock. */
export type LocalMoment = {
  /** Whole days since 1 January 1970 by the local calendar. */
  readonly day: number;
  /** Minutes since local midnight, 0..1439. */
  readonly minute: number;
};

/** Reads the workspace's wall clock at an instant, in ms since the epoch. */
export type LocalClock = (at: number) => LocalMoment;

export type CalendarDate = {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly date: number;
};

export const DAY_MS: number = day;

const FOUR_CENTURIES = 146_097;
/** Days before each month of a year that begins in March, so that a leap day comes last. */
const BEFORE_MONTH = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];

/** The Gregorian date of a day counted from 1 January 1970. */
export function calendarDate(localDay: number): CalendarDate {
  // 719,468 days lie between 1 March of the year 0 and 1 January 1970.
  const since = localDay + 719_468;
  const era = Math.floor(since / FOUR_CENTURIES);
  const inEra = since - era * FOUR_CENTURIES;
  let yearOfEra = Math.min(399, Math.floor(inEra / 365));
  while (daysBefore(yearOfEra) > inEra) yearOfEra--;
  const inYear = inEra - daysBefore(yearOfEra);
  const index = BEFORE_MONTH.findLastIndex((before) => before <= inYear);
  const month = index < 10 ? index + 3 : index - 9;
  const year = era * 400 + yearOfEra + (month < 3 ? 1 : 0);
  return { year, month, date: inYear - (BEFORE_MONTH[index] ?? 0) + 1 };
}

/** A day of the local calendar as YYYY-MM-DD. */
export function dateOf(localDay: number): string {
  const { year, month, date } = calendarDate(localDay);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(date)}`;
}

/** Days from 1 March of an era's first year to 1 March of a year of it. */
function daysBefore(yearOfEra: number): number {
  return yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
}
