/** The clock of engaged time and its division among sections. Pure: the time is passed in. */
import { idleLimitMs } from "../protocol.ts";

/** How often the shell calls while the page is looked at. */
export const TICK_MS = 500;
/**
 * A longer gap between two calls was no reading: the machine slept or the page stood still (and on
 * Windows `performance.now` runs on during sleep). One tick is credited for it.
 */
const GAP_MS = 5000;

export interface Meter {
  /** Engaged ms so far. */
  total: number;
  /** Engaged ms by section ordinal; holes where a section earned nothing. */
  sections: number[];
  /** May the clock run: can somebody look at the page? Settle before it is changed. */
  running: boolean;
  /** Does the clock stand, since nobody can look or the reader did nothing for too long? */
  stands(): boolean;
  /** Brings the totals up to now. */
  settle(now: number): void;
  /** The reader did something. */
  poke(): void;
  /** What is on screen: visible area by section ordinal, their sum, what all of it takes to read. */
  see(areas: number[], sum: number, expectedMs: number): void;
}

export function createMeter(): Meter {
  let last = 0;
  let still = 0;
  let shown: number[] = [];
  let area = 0;
  let limit = idleLimitMs(0);
  const meter: Meter = {
    total: 0,
    sections: [],
    running: false,
    stands: () => !meter.running || still >= limit,
    settle(now) {
      const passed = now - last > GAP_MS ? TICK_MS : now - last;
      last = now;
      if (passed > 0 && !meter.stands()) {
        const earned = Math.min(passed, limit - still);
        still += passed;
        meter.total += earned;
        // `forEach` passes over ordinals that are not on screen.
        shown.forEach((part, at) => {
          meter.sections[at] = (meter.sections[at] || 0) + (earned * part) / area;
        });
      }
    },
    poke() {
      still = 0;
    },
    see(areas, sum, expectedMs) {
      shown = areas;
      area = sum;
      limit = idleLimitMs(expectedMs);
    },
  };
  return meter;
}
