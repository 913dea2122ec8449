/** Rates of few trials: pulled towards what is usual, with an interval that says how sure they are. */
import { betaQuantile } from "./beta.ts";

/** Trials of one node, sender or reason, and how many of them came off. */
export type Trials = {
  readonly hits: number;
  readonly trials: number;
};

/** What is believed of a rate before any trial of its own: Beta(a, b). */
export type Prior = {
  readonly a: number;
  readonly b: number;
};

/** A rate with all that is needed to judge it. */
export type Rate = Trials & {
  /** Posterior mean, 0..1 */
  readonly mean: number;
  /** Bounds of the equal-tailed interval that holds the rate nine times in ten, 0..1 */
  readonly low: number;
  readonly high: number;
};

const LEVEL = 0.9;
/** Below so many groups with trials nothing is learned about how much groups differ. */
const FEWEST_GROUPS = 5;
/** A prior is worth at least and at most so many trials. */
const WEAKEST = 2;
const STRONGEST = 200;

/** A rate after its trials, by a prior. */
export function rateOf({ hits, trials }: Trials, prior: Prior): Rate {
  const a = prior.a + hits;
  const b = prior.b + trials - hits;
  const tail = (1 - LEVEL) / 2;
  return {
    hits,
    trials,
    mean: a / (a + b),
    low: betaQuantile(tail, a, b),
    high: betaQuantile(1 - tail, a, b),
  };
}

/**
 * The prior that a workspace's own groups (nodes, senders) suggest, by the method of moments for
 * groups of unequal size (Kleinman, JASA 68, 1973). Groups that differ no more than chance would have
 * it give a strong one, so that a small group is hardly believed to be special.
 *
 * @returns Beta(1, 1) without a trial; a weak prior at the common rate with fewer than five groups
 */
export function priorOf(groups: readonly Trials[]): Prior {
  const used = groups.filter((group) => group.trials > 0);
  const trials = sum(used, (group) => group.trials);
  if (trials === 0) return { a: 1, b: 1 };
  // Half a hit and half a miss more: a rate of exactly 0 or 1 would be a prior that no trial moves.
  const mean = (sum(used, (group) => group.hits) + 0.5) / (trials + 1);
  const worth = used.length < FEWEST_GROUPS ? WEAKEST : worthOf(used, trials, mean);
  return { a: mean * worth, b: (1 - mean) * worth };
}

/** How many trials the prior is worth: a + b. */
function worthOf(groups: readonly Trials[], trials: number, mean: number): number {
  let spread = 0;
  let byChance = 0;
  let between = 0;
  const variance = mean * (1 - mean);
  for (const { hits, trials: n } of groups) {
    const share = n / trials;
    spread += share * (hits / n - mean) ** 2;
    byChance += (share * (1 - share) * variance) / n;
    between += share * (1 - share) * variance * (1 - 1 / n);
  }
  if (between <= 0) return STRONGEST;
  /** 1 / (a + b + 1): 0 when groups are alike, 1 when each is all or nothing */
  const correlation = (spread - byChance) / between;
  if (correlation <= 0) return STRONGEST;
  return Math.min(STRONGEST, Math.max(WEAKEST, 1 / correlation - 1));
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
