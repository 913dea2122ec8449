/** Viewers who read something lately, and what there was to read. */
import type { SenderId, ViewerId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type Scope, selectSql } from "./scope.ts";
import { isRead } from "./visit-sql.ts";

/** Viewers who read something since a time, of the workspace or through one sender, the latest first. */
export async function recentViewers(
  scope: Scope,
  since: Instant,
  limit: number,
  senderId?: SenderId,
): Promise<ViewerId[]> {
  const rows = await selectSql<{ viewerId: ViewerId }>(
    scope,
    `SELECT viewer_id AS viewerId, max(last_at) AS lastAt FROM viewer_contents
     WHERE workspace_id = ?1 AND last_at >= ?2 ${senderId === undefined ? "" : "AND sender_id = ?4"}
     GROUP BY viewer_id ORDER BY lastAt DESC, viewer_id LIMIT ?3`,
    ...[since, limit, ...(senderId === undefined ? [] : [senderId])],
  );
  return rows.map(({ viewerId }) => viewerId);
}

/** When contents came to be there to read, the newest first. */
export async function offeredSince(scope: Scope, since: Instant): Promise<Instant[]> {
  const rows = await selectSql<{ at: Instant }>(
    scope,
    `SELECT created_at AS at FROM contents
     WHERE workspace_id = ?1 AND created_at >= ?2 AND published_version IS NOT NULL AND deleted_at IS NULL
     ORDER BY created_at DESC LIMIT 1000`,
    since,
  );
  return rows.map(({ at }) => at);
}

/** The quarter-hours in which a sender's readers began to read since a time, the newest first. */
export async function readingQuarters(
  scope: Scope,
  senderId: SenderId,
  since: Instant,
  limit: number,
): Promise<Instant[]> {
  const rows = await selectSql<{ quarter: Instant }>(
    scope,
    `SELECT v.quarter FROM visits v WHERE v.workspace_id = ?1 AND v.sender_id = ?2 AND v.quarter >= ?3
       AND ${isRead("v")} ORDER BY v.quarter DESC LIMIT ?4`,
    senderId,
    since,
    limit,
  );
  return rows.map(({ quarter }) => quarter);
}
