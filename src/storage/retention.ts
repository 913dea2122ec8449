/**
 * What a workspace's retention period ends. Nothing here is confined to one workspace: each row goes by
 * the period of its own. Every call deletes a bounded number of rows, so that a large backlog is
 * worked off over several turns of the clock instead of failing whole.
 */

import type { ViewerId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { VisitKey } from "../domain/visit.ts";
import type { Statement } from "./scope.ts";

/** Most rows of one kind that one call deletes. */
const atOnce = 5000;

const periodOf = (owner: string) =>
  `(SELECT retention_days * 86400000 FROM workspaces w WHERE w.id = ${owner}.workspace_id)`;

export type ExpiredVisit = VisitKey & { viewerId: ViewerId | null };

/**
 * Visits past their workspace's retention period. They are found through their senders' index, not by
 * looking at every visit there is: CROSS JOIN has SQLite keep that order.
 */
export async function listExpiredVisits(d1: D1Database, now: Instant): Promise<ExpiredVisit[]> {
  const { results } = await d1
    .prepare(
      `SELECT v.target, v.quarter, v.id, v.viewer_id AS viewerId FROM workspaces w
       CROSS JOIN senders s ON s.workspace_id = w.id
       CROSS JOIN visits v ON v.sender_id = s.id AND v.quarter < ?1 - w.retention_days * 86400000
       LIMIT ?2`,
    )
    .bind(now, atOnce)
    .all<ExpiredVisit>();
  return results;
}

/**
 * Statements: deletes visits and what hangs on them: goals, the mark that they are open, and viewers whose
 * last visit went; none where there are no visits.
 */
export function deleteVisits(visits: readonly ExpiredVisit[]): Statement[] {
  if (visits.length === 0) return [];
  const keys = "SELECT value ->> 'target', value ->> 'quarter', value ->> 'id' FROM json_each(?)";
  return [
    "DELETE FROM goals WHERE visit_id IN (SELECT value ->> 'id' FROM json_each(?))",
    `DELETE FROM open_visits WHERE (target, quarter, id) IN (${keys})`,
    `DELETE FROM visits WHERE (target, quarter, id) IN (${keys})`,
    `DELETE FROM viewers WHERE id IN (SELECT value ->> 'viewerId' FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = viewers.id)`,
  ].map((sql) => ({ sql, params: [JSON.stringify(visits)] }));
}

/**
 * Statements: deletes spread nodes past the retention period, and proofs of consent past it that no viewer
 * needs any more. These tables have no index by time, since every reader would pay for it, so they are
 * looked through whole: once a day is enough.
 */
export function expireTraces(now: Instant): Statement[] {
  return [
    `DELETE FROM spread_nodes WHERE (target, ref_hash) IN (
       SELECT target, ref_hash FROM spread_nodes n WHERE n.day < ?1 - ${periodOf("n")} LIMIT ?2)`,
    `DELETE FROM consents WHERE id IN (
       SELECT id FROM consents c WHERE c.answered_at < ?1 - ${periodOf("c")}
         AND (c.viewer_id IS NULL OR c.viewer_id NOT IN (SELECT id FROM viewers)) LIMIT ?2)`,
  ].map((sql) => ({ sql, params: [now, atOnce] }));
}
