/** Senders, teams, channels or contents side by side, without punishing small audiences. */
import { priorOf, type Rate, rateOf, type Trials } from "../stats/rate.ts";

export type Compared = {
  readonly key: string;
  readonly rate: Rate;
  /** Its interval lies wholly above or below the common rate; else nothing is said. */
  readonly against: "above" | "below" | "alike";
};

/**
 * Groups by their shrunken rate, best first, ties by key: a group of three is pulled to what is usual,
 * so that luck neither crowns nor shames it.
 */
export function compared(groups: readonly (Trials & { readonly key: string })[]): Compared[] {
  const prior = priorOf(groups);
  const common = prior.a / (prior.a + prior.b);
  return groups
    .map(({ key, hits, trials }): Compared => {
      const rate = rateOf({ hits, trials }, prior);
      const against = rate.low > common ? "above" : rate.high < common ? "below" : "alike";
      return { key, rate, against };
    })
    .sort((a, b) => b.rate.mean - a.rate.mean || (a.key < b.key ? -1 : 1));
}
