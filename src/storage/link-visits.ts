/** How many visits each link began in each quarter-hour, so that one link cannot fill the database. */

import type { LinkCode, VisitId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { VisitKey } from "../domain/visit.ts";
import { leadsToNothing } from "./link-facts.ts";
import type { Statement } from "./scope.ts";
import { readShardTogether } from "./shard.ts";

/** A visit and the link that began it, with the quarter-hours where its row may stand. */
export type BegunVisit = VisitKey & { code: LinkCode; quarters: readonly Instant[] };
export type BegunVisits = { code: LinkCode; quarter: Instant; visits: number };

/**
 * In which quarter-hours these visits have a row already, what their links began in the ones that they say, and since when
 * a link leads to nothing that is read: its content was withdrawn then, or was deleted, as was an outside address with its
 * link, and then no visit of it goes on, whenever it began.
 */
export async function readBegunVisits(
  d1: D1Database,
  keys: readonly BegunVisit[],
): Promise<{
  known: Map<VisitId, Instant[]>;
  begun: BegunVisits[];
  goneSince: Map<LinkCode, Instant>;
}> {
  const [known = [], begun = [], gone = []] = await readShardTogether<
    BegunVisit & BegunVisits & { since: Instant }
  >(
    d1,
    "queue",
    [
      `SELECT v.id, v.quarter FROM json_each(?) AS j CROSS JOIN json_each(j.value, '$.quarters') AS q
       CROSS JOIN visits v ON v.target = j.value ->> 'target' AND v.quarter = q.value AND v.id = j.value ->> 'id'`,
      `SELECT DISTINCT l.code, l.quarter, l.visits FROM json_each(?) AS j
       JOIN link_visits l ON l.code = j.value ->> 'code' AND l.quarter = j.value ->> 'quarter'`,
      `SELECT DISTINCT l.code, CASE WHEN ${leadsToNothing} THEN 0 ELSE c.withdrawn_at END AS since
       FROM json_each(?) AS j JOIN links l ON l.code = j.value ->> 'code'
       LEFT JOIN contents c ON c.id = l.content_id
       WHERE ${leadsToNothing} OR c.withdrawn_at IS NOT NULL`,
    ],
    JSON.stringify(keys),
  );
  const rows = Map.groupBy(known, ({ id }) => id);
  return {
    known: new Map([...rows].map(([id, found]) => [id, found.map((row) => row.quarter)])),
    begun,
    goneSince: new Map(gone.map(({ code, since }) => [code, since])),
  };
}

/** Statements: counts visits that begin; none where there are none. */
export function addBegunVisits(begun: readonly BegunVisits[]): Statement[] {
  if (begun.length === 0) return [];
  const sql = `INSERT INTO link_visits (code, quarter, visits)
    SELECT j.value ->> 'code', j.value ->> 'quarter', j.value ->> 'visits'
    FROM json_each(?) AS j WHERE true
    ON CONFLICT (code, quarter) DO UPDATE SET visits = visits + excluded.visits`;
  return [{ sql, params: [JSON.stringify(begun)] }];
}

/** Statement: forgets the counts of quarter-hours before a time. */
export function expireBegunVisits(before: Instant): Statement {
  return { sql: "DELETE FROM link_visits WHERE quarter < ?", params: [before] };
}
