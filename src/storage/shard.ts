/**
 * Reads of a whole shard: the few questions that are asked before it is known whose rows they are about, or of all
 * workspaces at once. Each says who asks. Whatever one workspace asks goes through scope.ts, which confines it; a
 * lint law (lint/reads.grit) lets nobody else reach a database.
 */
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** Who may ask without a workspace: each has one that is found by the answer, or none. */
type Asker =
  /** An address that somebody opens: its code or key is all that is known. */
  | "address"
  /** Whoever shows a key, or waits for their own upload. */
  | "door"
  /** A batch of a queue, of many workspaces. */
  | "queue"
  | "clock"
  | "operator";

/** No statement that writes: the compiler refuses any other. */
type Reading = `SELECT ${string}`;

/** Rows of a hand-written query, its parameters bound from ?1 on. */
export async function readShard<Row>(
  d1: D1Database,
  _asker: Asker,
  text: Reading,
  ...params: unknown[]
): Promise<Row[]> {
  const { results } = await d1
    .prepare(text)
    .bind(...params)
    .all<Row>();
  return results;
}

/** Rows of several queries that travel together, each with the same parameters. */
export async function readShardTogether<Row>(
  d1: D1Database,
  _asker: Asker,
  texts: readonly Reading[],
  ...params: unknown[]
): Promise<Row[][]> {
  const asked = texts.map((text) => d1.prepare(text).bind(...params));
  // biome-ignore lint/plugin: reads that travel together; nothing is written here
  return (await d1.batch<Row>(asked)).map(({ results }) => results);
}

/** The same as drizzle's select. */
export function selectShard(d1: D1Database, _asker: Asker): Pick<DrizzleD1Database, "select"> {
  return drizzle(d1);
}
