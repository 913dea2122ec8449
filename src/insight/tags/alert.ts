/** Telling a sender at once: only from a visit that is settled, and only once. */
import type { LedgerEntry } from "./ledger.ts";
import type { RuleVersion } from "./rule.ts";

/** One thing to tell; whoever sends it keeps `key`, so that nothing is told twice. */
export type IntentAlert = {
  readonly key: string;
  readonly entry: LedgerEntry;
};

/** A match older than this is history, not news: dating a rule back alerts nobody. */
export const ALERT_WITHIN_MS = 86_400_000;

/**
 * What a settled visit gives reason to tell. Call it when the visit is announced, with the entries that
 * count: the figure is the final one, and a later correction is told as a correction, not as a new alert.
 *
 * @param source the settled visit's id
 * @param counting the viewer's newest entries
 */
export function alertsFor(
  source: string,
  counting: readonly LedgerEntry[],
  rules: readonly Pick<RuleVersion, "ruleId" | "version" | "notify">[],
  viewerId: string,
  now: number,
): IntentAlert[] {
  return counting
    .filter(
      (entry) =>
        entry.source === source &&
        entry.points > 0 &&
        now - entry.at <= ALERT_WITHIN_MS &&
        rules.some(
          (rule) => rule.notify && rule.ruleId === entry.ruleId && rule.version === entry.version,
        ),
    )
    .map((entry) => ({
      key: JSON.stringify([viewerId, entry.ruleId, entry.tag, entry.source]),
      entry,
    }));
}
