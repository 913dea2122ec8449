import type { Duration, Instant } from "../domain/units.ts";
import type { Statement } from "./scope.ts";
import { roundedAtClose } from "./visit-sql.ts";

/**
 * Statements: moves the watermark of the beats queue forward and closes the visits whose last beat lies more than
 * `quiet` behind it. At the aggregate rung both times are cut to a quarter-hour: the last beat's to the
 * one it lies in, the closing to the end of its own, so that a visit is never told of too early.
 */
export function closeVisits(watermark: Instant, quiet: Duration): Statement[] {
  const due = `SELECT v.target, v.quarter, v.id FROM open_visits o JOIN visits v USING (target, quarter, id)
     WHERE v.last_beat_at <= ?1 - ?2`;
  const advance = `INSERT INTO watermarks (queue, at) VALUES ('beats', ?)
    ON CONFLICT (queue) DO UPDATE SET at = excluded.at WHERE excluded.at > at`;
  const close = `UPDATE visits SET
      closed_at = ${roundedAtClose("closedAt", "?1")},
      last_beat_at = ${roundedAtClose("lastBeatAt", "last_beat_at")}
    WHERE (target, quarter, id) IN (${due})`;
  const forget = `DELETE FROM open_visits WHERE (target, quarter, id) IN (
      SELECT v.target, v.quarter, v.id FROM open_visits o
      JOIN visits v USING (target, quarter, id) WHERE v.closed_at IS NOT NULL)`;
  return [
    { sql: advance, params: [watermark] },
    { sql: close, params: [watermark, quiet] },
    { sql: forget, params: [] },
  ];
}
