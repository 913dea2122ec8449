/**
 * What insight keeps of viewers goes with them, and past the workspace's retention period. Like spread nodes these
 * tables have no index by time and are looked through whole: once a day is enough.
 */
import type { Instant } from "../domain/units.ts";
import type { Statement } from "./scope.ts";

/** Most rows of one kind that one call deletes. */
const atOnce = 5000;

const isPast = (row: string, at: string) =>
  `${row}.${at} < ?1 - (SELECT retention_days * 86400000 FROM workspaces w WHERE w.id = ${row}.workspace_id)`;
const isNobodys = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM viewers v WHERE v.id = ${row}.viewer_id)`;

/** Statements: delete tag awards, touches and briefing lines of viewers who are no more, and what is too old. */
export function expireInsight(now: Instant): Statement[] {
  return [
    `DELETE FROM tag_awards WHERE viewer_id IN (
       SELECT DISTINCT a.viewer_id FROM tag_awards a WHERE ${isNobodys("a")} LIMIT ?2)
       AND ?1 IS NOT NULL`,
    `DELETE FROM spread_touches WHERE (target, ref_hash, parent_hash) IN (
       SELECT target, ref_hash, parent_hash FROM spread_touches t
       WHERE ${isPast("t", "at")} OR ${isNobodys("t")} LIMIT ?2)`,
    `DELETE FROM viewer_contents WHERE (viewer_id, target) IN (
       SELECT viewer_id, target FROM viewer_contents c
       WHERE ${isPast("c", "last_at")} OR ${isNobodys("c")} LIMIT ?2)`,
    `DELETE FROM briefing_items WHERE id IN (
       SELECT id FROM briefing_items b WHERE ${isPast("b", "made_at")} OR ${isNobodys("b")} LIMIT ?2)`,
  ].map((sql) => ({ sql, params: [now, atOnce] }));
}
