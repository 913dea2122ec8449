/**
 * What a workspace's retention period ends. Nothing here is confined to one workspace: each row goes by
 * the period of its own. Every call deletes a bounded number of rows, so that a large backlog is
 * worked off over several turns of the clock instead of failing whole.
 */
import type { Instant } from "../domain/units.ts";

/** Most rows of one kind that one call deletes. */
const atOnce = 5000;

const periodOf = (owner: string) =>
  `(SELECT retention_days * 86400000 FROM workspaces w WHERE w.id = ${owner}.workspace_id)`;

/**
 * Deletes visits past their workspace's retention period and what hangs on them: goals, the mark that
 * they are open, and viewers whose last visit went. Returns how many visits. They are found through
 * their senders' index, not by looking at every visit there is.
 */
export async function expireVisits(d1: D1Database, now: Instant): Promise<number> {
  const due = await d1
    .prepare(
      `SELECT v.target, v.quarter, v.id, v.viewer_id AS viewerId FROM workspaces w
       JOIN senders s ON s.workspace_id = w.id
       JOIN visits v ON v.sender_id = s.id AND v.quarter < ?1 - w.retention_days * 86400000
       LIMIT ?2`,
    )
    .bind(now, atOnce)
    .all<{ target: string; quarter: Instant; id: string; viewerId: string | null }>();
  if (due.results.length === 0) return 0;
  const keys = "SELECT value ->> 'target', value ->> 'quarter', value ->> 'id' FROM json_each(?)";
  const rows = JSON.stringify(due.results);
  await d1.batch([
    d1
      .prepare("DELETE FROM goals WHERE visit_id IN (SELECT value ->> 'id' FROM json_each(?))")
      .bind(rows),
    d1.prepare(`DELETE FROM open_visits WHERE (target, quarter, id) IN (${keys})`).bind(rows),
    d1.prepare(`DELETE FROM visits WHERE (target, quarter, id) IN (${keys})`).bind(rows),
    d1
      .prepare(
        `DELETE FROM viewers WHERE id IN (SELECT value ->> 'viewerId' FROM json_each(?))
           AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = viewers.id)`,
      )
      .bind(rows),
  ]);
  return due.results.length;
}

/**
 * Deletes spread nodes past the retention period, and proofs of consent past it that no viewer needs
 * any more. These tables have no index by time, since every reader would pay for it, so they are
 * looked through whole: once a day is enough.
 */
export async function expireTraces(d1: D1Database, now: Instant): Promise<void> {
  await d1.batch([
    d1
      .prepare(
        `DELETE FROM spread_nodes WHERE (target, ref_hash) IN (
           SELECT target, ref_hash FROM spread_nodes n WHERE n.day < ?1 - ${periodOf("n")} LIMIT ?2)`,
      )
      .bind(now, atOnce),
    d1
      .prepare(
        `DELETE FROM consents WHERE id IN (
           SELECT id FROM consents c WHERE c.answered_at < ?1 - ${periodOf("c")}
             AND (c.viewer_id IS NULL OR c.viewer_id NOT IN (SELECT id FROM viewers)) LIMIT ?2)`,
      )
      .bind(now, atOnce),
  ]);
}
