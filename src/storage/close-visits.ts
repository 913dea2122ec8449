import { type Duration, type Instant, quarter } from "../domain/units.ts";
import type { Statement } from "./scope.ts";
import { roundedAtClose } from "./visit-sql.ts";

/** Most visits that one call closes: their events are one row of the outbox. */
export const closedAtOnce = 500;

// CROSS JOIN has SQLite begin with what is open, and not with every visit there is.
const due = `SELECT v.target, v.quarter, v.id FROM open_visits o CROSS JOIN visits v USING (target, quarter, id)
  WHERE v.last_beat_at <= ?1 - ?2 ORDER BY o.target, o.quarter, o.id LIMIT ?3`;

/**
 * Statements: tell the outbox of visits whose last beat lies more than `quiet` behind the beats queue's own
 * clock, and close them, at most `closedAtOnce`; the second changes so many rows. What is kept of the times
 * of a reader who agreed to nothing is as coarse as tracking/rungs.ts says.
 */
export function closeVisits(watermark: Instant, quiet: Duration): Statement[] {
  const params = [watermark, quiet, closedAtOnce];
  const closedAt = roundedAtClose("closedAt", "?1");
  return [
    {
      // The row's own time says no more than the quarter-hour, since it holds visits of all rungs.
      sql: `INSERT INTO outbox (at, events)
        SELECT ?1 - ?1 % ${quarter} + ${quarter}, json_group_array(json_object(
          'kind', CASE revision WHEN 0 THEN 'visit.closed' ELSE 'visit.corrected' END,
          'workspaceId', workspace_id, 'target', target, 'quarter', quarter, 'id', id,
          'revision', revision, 'at', ${closedAt}))
        FROM visits WHERE (target, quarter, id) IN (${due}) HAVING count(*) > 0`,
      params,
    },
    {
      sql: `UPDATE visits SET closed_at = ${closedAt},
          last_beat_at = ${roundedAtClose("lastBeatAt", "last_beat_at")},
          answered_at = ${roundedAtClose("answeredAt", "answered_at")}
        WHERE (target, quarter, id) IN (${due})`,
      params,
    },
    {
      sql: `DELETE FROM open_visits WHERE (target, quarter, id) IN (
          SELECT v.target, v.quarter, v.id FROM open_visits o
          CROSS JOIN visits v USING (target, quarter, id) WHERE v.closed_at IS NOT NULL)`,
      params: [],
    },
  ];
}
