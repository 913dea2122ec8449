/** Insight: from what people chose to read to what a sender can do about it. Pure; times are passed in. */
export * from "./briefing/index.ts";
export { completionOf } from "./completion.ts";
export { type DayReads, daysOf, type QuarterReads } from "./days.ts";
export { type PostingWindow, postingWindows, staggered } from "./hours.ts";
export * from "./kinds/index.ts";
export {
  type CalendarDate,
  calendarDate,
  DAY_MS,
  type LocalClock,
  type LocalMoment,
} from "./local-time.ts";
export * from "./relationship/index.ts";
export * from "./report/index.ts";
export * from "./spread/index.ts";
export * from "./stats/index.ts";
export * from "./tags/index.ts";
export type { Names, Now, Words } from "./words.ts";
