/** The clock of engaged time, and its division among the sections on the screen. */
import { area, limit, shown } from "./view.ts";

/** How often the page is looked at. */
export const TICK_MS = 500;
/**
 * A longer gap between two looks was no reading: the machine slept or the page stood still. One look is
 * credited for it. `performance.now` goes on during sleep on Windows alone:
 * https://github.com/w3c/hr-time/issues/115
 */
const GAP_MS = 5000;
/**
 * Pages scroll by themselves too: players and tickers, lines added above, and what keeps the text in its
 * place then (https://drafts.csswg.org/css-scroll-anchoring/). The reader scrolls near a touch.
 */
const HAND_MS = 2000;

/** Whole ms since the page began. */
export const now = (): number => performance.now() | 0;

/** When the visit began. */
export let begun: number;
/** Engaged time so far. This and what follows: whole ms. */
export let total: number;
/** Looked at, perhaps, but not believed: nothing was done for too long. */
export let idle: number;
/** Of the total, what was believed just before such times: nobody knows when the reader went. */
export let trust: number;
/** Engaged time by section ordinal, in fractions; holes where a section earned nothing. */
export let sections: number[];
/** Does the clock run: can somebody look at the page? */
export let running: boolean;
/** How long the page was looked at since the reader last did something. */
export let still: number;
let last: number;
/** When the reader last did something, scrolling aside. */
let touched: number;
/** Of the total, what was there when the reader last did something. */
let sure: number;

/** Begins a visit. */
export function begin(): void {
  begun = last = touched = now();
  total = idle = trust = still = sure = 0;
  sections = [];
  running = false;
}

/**
 * Brings the totals up to now, then lets the clock run or stand. `type` is that of the event which led
 * here, "" for none. Returns whether the clock stopped with this.
 */
export function advance(mayRun: boolean, type: string): boolean {
  const time = now();
  const passed = time - last > GAP_MS ? TICK_MS : time - last;
  const stops = running && !mayRun;
  last = time;
  if (running) {
    const earned = Math.max(0, Math.min(passed, limit - still));
    still += passed;
    total += earned;
    // `forEach` passes over holes.
    shown.forEach((part, at) => {
      sections[at] = (sections[at] || 0) + (earned * part) / area;
    });
    if (passed > earned) {
      // Cut once, the clock stands until something is done, whatever comes on the screen meanwhile.
      still = Infinity;
      idle += passed - earned;
      trust += total - sure;
      sure = total;
    }
  }
  running = mayRun;
  if (type && type !== "scroll") touched = time;
  if (type && time - touched < HAND_MS) {
    still = 0;
    sure = total;
  }
  return stops;
}
