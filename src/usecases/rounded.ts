/** Figures as calls answer them: to the thousandth. More digits would claim more than is known. */
import type { Rate } from "../insight/stats/rate.ts";

export function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A rate with its bounds. */
export function viewRate({ hits, trials, mean, low, high }: Rate) {
  return {
    hits,
    trials,
    mean: thousandth(mean),
    low: thousandth(low),
    high: thousandth(high),
  };
}
