/**
 * What insight keeps of viewers goes with them. Retention and erasure take it away with the viewer, as the manifest
 * says; a yes that is taken back on its first visit leaves it to this sweep. The tables are looked through whole,
 * like those of the other sweeps: once a day is enough.
 */
import type { Statement } from "./scope.ts";

/** Most rows of one kind that one call deletes. */
const atOnce = 5000;

const tables = {
  tag_awards: "viewer_id, rule_id, version, tag, source, seq",
  spread_touches: "target, ref_hash, parent_hash",
  viewer_contents: "viewer_id, target",
  briefing_items: "id",
  alerts: "id",
};

/** Statements: delete tag awards, ways, summaries, briefing lines and alerts of viewers who are no more. */
export function expireNobodys(): Statement[] {
  return Object.entries(tables).map(([table, key]) => ({
    sql: `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} t
      WHERE NOT EXISTS (SELECT 1 FROM viewers v WHERE v.id = t.viewer_id) LIMIT ?)`,
    params: [atOnce],
  }));
}
