/** Telling a sender at once: only from a visit that is over, and of each visit, rule and tag only once. */
import type { LedgerEntry } from "./ledger.ts";
import type { RuleVersion } from "./rule.ts";

/** A match older than this is history, not news: dating a rule back alerts nobody. */
export const ALERT_WITHIN_MS = 86_400_000;

/**
 * What a visit gives reason to tell: entries that count, of rules that say so. Whoever keeps alerts keeps one
 * for each viewer, visit, rule and tag, and reads the figure when it is asked for, so that a correction changes
 * what is told and tells nothing anew.
 *
 * @param source the visit's id; it is over
 * @param counting the viewer's newest entries
 */
export function alertsFor(
  source: string,
  counting: readonly LedgerEntry[],
  rules: readonly Pick<RuleVersion, "ruleId" | "version" | "notify">[],
  now: number,
): LedgerEntry[] {
  return counting.filter(
    (entry) =>
      entry.source === source &&
      entry.points > 0 &&
      now - entry.at <= ALERT_WITHIN_MS &&
      rules.some(
        (rule) => rule.notify && rule.ruleId === entry.ruleId && rule.version === entry.version,
      ),
  );
}
