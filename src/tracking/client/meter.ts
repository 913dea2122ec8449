/** The clock of engaged time and its division among sections. Pure: the time is passed in. */
import { idleLimitMs, nextCheckpointMs } from "../protocol.ts";

/** How often the shell calls while the page is looked at. */
export const TICK_MS = 500;
/**
 * A longer gap between two calls was no reading: the machine slept or the page stood still (and on
 * Windows `performance.now` runs on during sleep). One tick is credited for it.
 */
const GAP_MS = 5000;

/** One visit as the page knows it; times in whole ms. */
export interface Meter {
  /** Engaged time so far. */
  total: number;
  /** Engaged time by section ordinal, in fractions; holes where a section earned nothing. */
  sections: number[];
  /** Furthest part of the content seen, permille. */
  furthest: number;
  /** May the clock run: can somebody look at the page? Settle before it is changed. */
  running: boolean;
  /** When {@link settle} was last called, and engaged time since the reader last did something. */
  last: number;
  still: number;
  /** The longest that `still` is believed. */
  limit: number;
  /** Visible area by section ordinal, holes where there is none, and the sum of them. */
  shown: number[];
  area: number;
  /** Beats sent, the total that the newest told, and the total at which the next falls due. */
  seq: number;
  told: number;
  due: number;
}

export function createMeter(): Meter {
  return {
    total: 0,
    sections: [],
    furthest: 0,
    running: false,
    last: 0,
    still: 0,
    limit: idleLimitMs(0),
    shown: [],
    area: 0,
    seq: 0,
    told: 0,
    due: nextCheckpointMs(0),
  };
}

/** Does the clock stand, since nobody can look or the reader did nothing for too long? */
export function stands(meter: Meter): boolean {
  return !meter.running || meter.still >= meter.limit;
}

/** Brings the totals up to now. */
export function settle(meter: Meter, now: number): void {
  const passed = now - meter.last > GAP_MS ? TICK_MS : now - meter.last;
  meter.last = now;
  if (passed > 0 && !stands(meter)) {
    const earned = Math.min(passed, meter.limit - meter.still);
    meter.still += passed;
    meter.total += earned;
    // `forEach` passes over holes.
    meter.shown.forEach((area, at) => {
      meter.sections[at] = (meter.sections[at] || 0) + (earned * area) / meter.area;
    });
  }
}
