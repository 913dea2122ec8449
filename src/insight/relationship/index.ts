/** Relationships: how strong, whether rising, and who is cooling off. */
export { type Activity, activityAt } from "./activity.ts";
export { type Level, type Relationship, relationshipsAt } from "./rank.ts";
export { type Strength, strengthAt, type TieHistory, WEIGHTS, type Weights } from "./strength.ts";
