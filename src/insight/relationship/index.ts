/** Relationships: how strong, whether rising, and who is cooling off. */
export { type Activity, activityAt } from "./activity.ts";
export { levelWords, tieWords } from "./explain.ts";
export {
  FEWEST_RANKED,
  type Level,
  type Relationship,
  relationshipOf,
  relationshipsAt,
} from "./rank.ts";
export {
  evidenceAt,
  type Strength,
  strengthAt,
  type TieEvidence,
  type TieHistory,
  WEIGHTS,
  type Weights,
} from "./strength.ts";
