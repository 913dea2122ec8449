/** What one viewer read of one target, in one row. */
import { getTableColumns } from "drizzle-orm";
import type { TargetId, ViewerId } from "../domain/ids.ts";
import type { Condition } from "./run.ts";
import { viewerContents } from "./schema.ts";
import { type Scope, type Statement, selectIn, selectSql, writeSql } from "./scope.ts";
import { isOfTeamAlone } from "./visit-sql.ts";

export type ViewerContent = Omit<typeof viewerContents.$inferSelect, "workspaceId">;

/** All rows of some viewers. */
export function readViewerContents(
  scope: Scope,
  viewerIds: readonly ViewerId[],
): Promise<ViewerContent[]> {
  return selectIn(scope, viewerContents, viewerContents.viewerId, viewerIds);
}

/**
 * How a target's viewers read it.
 *
 * @param team - only of those who read it through no other team, since a row sums up all that a viewer read; null: of all
 */
export async function readReadersOf(
  scope: Scope,
  target: TargetId,
  team: string | null = null,
): Promise<Pick<ViewerContent, "viewerId" | "qualified" | "converted">[]> {
  const rows = await selectSql<{ viewerId: ViewerId; qualified: number; converted: number }>(
    scope,
    `SELECT c.viewer_id AS viewerId, c.qualified, c.converted FROM viewer_contents c
     WHERE c.workspace_id = ?1 AND c.target = ?2 AND (?3 IS NULL OR ${isOfTeamAlone("c", "?3")})`,
    target,
    team,
  );
  return rows.map(({ viewerId, qualified, converted }) => ({
    viewerId,
    qualified: qualified === 1,
    converted: converted === 1,
  }));
}

/** Statements: write rows whole, but of viewers who are gone meanwhile, and delete others; none for none. */
export function writeViewerContents(
  scope: Scope,
  rows: readonly ViewerContent[],
  gone: readonly Pick<ViewerContent, "viewerId" | "target">[],
): Statement[] {
  const insert = writeSql(
    scope,
    `INSERT INTO viewer_contents (workspace_id, viewer_id, target, sender_id, first_at, last_at, reads, engaged_ms,
       completion, qualified, converted)
     SELECT ?1, j.value ->> 'viewerId', j.value ->> 'target', j.value ->> 'senderId', j.value ->> 'firstAt',
       j.value ->> 'lastAt', j.value ->> 'reads', j.value ->> 'engagedMs', j.value ->> 'completion',
       j.value ->> 'qualified', j.value ->> 'converted'
     FROM json_each(?2) AS j WHERE EXISTS (SELECT 1 FROM viewers v WHERE v.id = j.value ->> 'viewerId')
     ON CONFLICT (viewer_id, target) DO UPDATE SET sender_id = excluded.sender_id, first_at = excluded.first_at,
       last_at = excluded.last_at, reads = excluded.reads, engaged_ms = excluded.engaged_ms,
       completion = excluded.completion, qualified = excluded.qualified, converted = excluded.converted`,
    JSON.stringify(rows),
  );
  const forget = writeSql(
    scope,
    `DELETE FROM viewer_contents WHERE (viewer_id, target) IN (
       SELECT value ->> 'viewerId', value ->> 'target' FROM json_each(?2)) AND workspace_id = ?1`,
    JSON.stringify(gone),
  );
  return [...(rows.length > 0 ? [insert] : []), ...(gone.length > 0 ? [forget] : [])];
}

const {
  workspaceId: _workspace,
  viewerId: _viewer,
  target: _target,
  ...said
} = getTableColumns(viewerContents);

/** These rows are still as they were read; a key alone stands for a row that there was not. */
export function viewerContentsAsRead(
  rows: readonly (ViewerContent | Pick<ViewerContent, "viewerId" | "target">)[],
): Condition {
  const differs = Object.entries(said).map(
    ([field, { name }]) => `c.${name} IS NOT j.value ->> '${field}'`,
  );
  return {
    name: "viewer-contents-as-read",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM json_each(?) AS j LEFT JOIN viewer_contents c
        ON c.viewer_id = j.value ->> 'viewerId' AND c.target = j.value ->> 'target' WHERE ${differs.join(" OR ")})`,
      params: [JSON.stringify(rows)],
    },
  };
}
