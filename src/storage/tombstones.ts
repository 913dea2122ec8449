/** Who was erased: keyed hashes of ids, which lead to nobody and tell what comes late. */
import type { ViewerId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { Condition } from "./run.ts";
import type { Scope, Statement } from "./scope.ts";
import { writeSql } from "./scope.ts";
import { readShard } from "./shard.ts";

/** Statement: marks what must not come back. */
export function bury(scope: Scope, hashes: readonly string[], now: Instant): Statement {
  return writeSql(
    scope,
    `INSERT INTO tombstones (workspace_id, hash, at) SELECT ?1, j.value, ?2
     FROM json_each(?3) AS j WHERE true ON CONFLICT DO NOTHING`,
    now,
    JSON.stringify(hashes),
  );
}

/**
 * Condition: a viewer was neither erased nor has withdrawn.
 *
 * @param mark - the keyed hash that an erasure of the viewer leaves
 */
export function stillRemembered({ workspaceId }: Scope, id: ViewerId, mark: string): Condition {
  return {
    name: "still-remembered",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM tombstones WHERE hash = ?) AND NOT EXISTS (
        SELECT 1 FROM viewers WHERE id = ? AND workspace_id = ? AND withdrawn_at IS NOT NULL)`,
      params: [mark, id, workspaceId],
    },
  };
}

/** Those of some hashes that are marked. */
export async function readTombstones(
  d1: D1Database,
  hashes: readonly string[],
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const results = await readShard<{ hash: string }>(
    d1,
    "queue",
    "SELECT t.hash FROM json_each(?) j JOIN tombstones t ON t.hash = j.value",
    JSON.stringify(hashes),
  );
  return new Set(results.map(({ hash }) => hash));
}
