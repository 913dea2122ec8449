/** What a viewer's ledger still has to say, of all rules together. */
import type { LocalClock } from "../local-time.ts";
import { creditsOf, type Given } from "./credit.ts";
import { entriesToAppend, type LedgerEntry, newest } from "./ledger.ts";
import type { Moment } from "./moment.ts";
import { type RuleVersion, versionKey } from "./rule.ts";

/** What is known of one viewer. */
export type Known = {
  readonly moments: readonly Moment[];
  /** All that was written of them, old entries included. */
  readonly written: readonly LedgerEntry[];
};

/**
 * What has to be appended so that the ledger says what the rules give. Of what retention has taken nothing is
 * known, so its points stay as they are; they still use up their day's cap, or the last visit of that day
 * would be given them a second time. An earlier version's points use it up likewise: publishing a rule at
 * noon makes no second day of it.
 *
 * @param rules versions of one rule in order
 * @param since before this nothing of the history is kept
 */
export function entriesDue(
  rules: readonly RuleVersion[],
  { moments, written }: Known,
  { since, now, clock }: { since: number; now: number; clock: LocalClock },
): LedgerEntry[] {
  const kept = Map.groupBy(
    written.filter(({ at }) => at >= since),
    versionKey,
  );
  const past = Map.groupBy(newest(written.filter(({ at }) => at < since)), ({ ruleId }) => ruleId);
  const given = new Map<string, readonly Given[]>(past);
  return rules.flatMap((rule) => {
    const before = given.get(rule.ruleId) ?? [];
    const credits = creditsOf(rule, moments, clock, before);
    given.set(rule.ruleId, [...before, ...credits]);
    return entriesToAppend(rule, credits, kept.get(versionKey(rule)) ?? [], now);
  });
}
