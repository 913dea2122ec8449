/** Tags: interests of a viewer, each with a score and with evidence that explains it. */
export { ALERT_WITHIN_MS, alertsFor } from "./alert.ts";
export { BUILT_IN_RULES, INTEREST } from "./built-in.ts";
export { type Credit, type Crediting, creditsOf, type Given } from "./credit.ts";
export {
  type DryRun,
  type DryRunExample,
  dryRunOn,
  dryRunWords,
  NO_DRY_RUN,
} from "./dry-run.ts";
export { entriesDue, type Known } from "./due.ts";
export { type About, type Evidence, explainEvidence, explainMatch } from "./evidence.ts";
export { explainTag, tagWords } from "./explain.ts";
export { type RuleFault, ruleFaults } from "./faults.ts";
export { entriesToAppend, type LedgerEntry, newest, ofOneVisit } from "./ledger.ts";
export type { Moment, ReadMoment, ReshareMoment } from "./moment.ts";
export {
  type Condition,
  EACH_TOPIC,
  type Rule,
  type RuleVersion,
  type Subject,
  type When,
} from "./rule.ts";
export {
  type AsOf,
  type ScorePart,
  type Scoring,
  scoreHistory,
  scoresAt,
  type TagScore,
} from "./score.ts";
export { isSensitive } from "./sensitive.ts";
