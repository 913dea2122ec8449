/** Keyed hashes of what WeChat and WeCom know viewers by: they tell the same person again, and lead to nobody. */
import { eq } from "drizzle-orm";
import type { ViewerId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { OutsideSystem } from "../domain/vocabulary.ts";
import type { Condition } from "./run.ts";
import { outsideIds } from "./schema.ts";
import { remove, type Scope, type Statement, selectSql, writeSql } from "./scope.ts";

/** A viewer's own id and those of whoever turned out to be them. */
const asOne =
  "SELECT id FROM viewers WHERE id = ?2 UNION SELECT id FROM viewers WHERE merged_into = ?2";

const viewersOf = `SELECT DISTINCT coalesce(w.merged_into, w.id) AS id
  FROM json_each(?2) j JOIN outside_ids o ON o.workspace_id = ?1 AND o.hash = j.value
  JOIN viewers w ON w.id = o.viewer_id`;

/** Who is known by some hashes, each as whom they turned out to be. */
export async function findByOutsideIds(
  scope: Scope,
  hashes: readonly string[],
): Promise<ViewerId[]> {
  const rows = await selectSql<{ id: ViewerId }>(
    scope,
    `${viewersOf} WHERE w.workspace_id = ?1`,
    JSON.stringify(hashes),
  );
  return rows.map(({ id }) => id);
}

/** When a viewer, or whoever turned out to be them, first said who they are. */
export async function signedInSince(scope: Scope, viewerId: ViewerId): Promise<Instant | null> {
  const [row] = await selectSql<{ at: Instant | null }>(
    scope,
    `SELECT min(signed_in_at) AS at FROM outside_ids WHERE workspace_id = ?1 AND viewer_id IN (${asOne})`,
    viewerId,
  );
  return row?.at ?? null;
}

/** Condition: nobody is known by some hashes but who was found. */
export function outsideIdsAsRead(
  { workspaceId }: Scope,
  hashes: readonly string[],
  read: readonly ViewerId[],
): Condition {
  return {
    name: "outside-ids-as-read",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM (${viewersOf}) f
        WHERE f.id NOT IN (SELECT value FROM json_each(?3)))`,
      params: [workspaceId, JSON.stringify(hashes), JSON.stringify(read)],
    },
  };
}

/** Condition: a viewer, with all that turned out to be one with it, is known in a system by one of some hashes or by none. */
export function knownByNoOther(
  { workspaceId }: Scope,
  viewerId: ViewerId,
  { system, hashes }: { system: OutsideSystem; hashes: readonly string[] },
): Condition {
  const known = `SELECT 1 FROM outside_ids o WHERE o.workspace_id = ?1 AND o.system = ?2 AND o.viewer_id IN (
    SELECT coalesce(merged_into, id) FROM viewers WHERE id = ?3 UNION
    SELECT a.id FROM viewers v JOIN viewers a ON a.merged_into = coalesce(v.merged_into, v.id) WHERE v.id = ?3)`;
  return {
    name: "known-by-no-other",
    holds: {
      sql: `NOT EXISTS (${known})
        OR EXISTS (${known} AND o.hash IN (SELECT value FROM json_each(?4)))`,
      params: [workspaceId, system, viewerId, JSON.stringify(hashes)],
    },
  };
}

/** Statement: a viewer is known by these hashes from now on; those that somebody is known by stay theirs. */
export function keepOutsideIds(
  scope: Scope,
  viewerId: ViewerId,
  { system, hashes, at }: { system: OutsideSystem; hashes: readonly string[]; at: Instant },
): Statement {
  return writeSql(
    scope,
    `INSERT INTO outside_ids (workspace_id, hash, system, viewer_id, signed_in_at)
     SELECT ?1, j.value, ?2, ?3, ?4 FROM json_each(?5) AS j WHERE true ON CONFLICT DO NOTHING`,
    system,
    viewerId,
    at,
    JSON.stringify(hashes),
  );
}

/** Statement: nobody is known any more by what an account knew them by. */
export function dropOutsideIdsOf(scope: Scope, system: OutsideSystem): Statement {
  return remove(scope, outsideIds, eq(outsideIds.system, system));
}

/** Statement: the same of one viewer, with all that turned out to be it. */
export function dropOutsideIds(scope: Scope, viewerId: ViewerId): Statement {
  return writeSql(
    scope,
    `DELETE FROM outside_ids WHERE workspace_id = ?1 AND viewer_id IN (${asOne})`,
    viewerId,
  );
}
