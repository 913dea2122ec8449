/** What people read who did not agree to be remembered: of sums by day, and of visits that no sum holds yet. */
import type { ContentId, SenderId } from "../domain/ids.ts";
import type { Sums } from "../domain/rollup.ts";
import { day, type Instant, instant, later, quarter, startOf, times } from "../domain/units.ts";
import { rowRung } from "../tracking/rungs.ts";
import { mostOpen } from "./rollups.ts";
import { type Scope, selectSql } from "./scope.ts";
import { isRead } from "./visit-sql.ts";

/** Reads by people who did not agree, and how long they took, in one quarter-hour: never shown as finely. */
export type UnnamedReads = {
  contentId: ContentId | null;
  senderId: SenderId;
  channel: string;
  quarter: Instant;
  reads: number;
  engagedMs: number;
};

export type UnnamedFilter = {
  contentId?: ContentId | undefined;
  team?: string | undefined;
  since: Instant;
  until: Instant;
};

type DayRow = Pick<UnnamedReads, "contentId" | "senderId"> & { start: Instant; sums: string };

/** A filter's own part of a query, over a sender `s`; a content is the caller's, whose tables differ. */
const ofSenders = "(?4 IS NULL OR s.team = ?4)";

const parametersOf = ({ contentId, team }: UnnamedFilter) =>
  [team ?? null, contentId ?? null] as const;

/**
 * The sums of visits that were counted. The day stands in front in the key of a row, so that no more than the
 * period's are looked at: of one content by the table's own key, of all by the index of the workspace's parts.
 */
export async function readUnnamedSums(
  scope: Scope,
  filter: UnnamedFilter,
): Promise<UnnamedReads[]> {
  const { contentId, since, until } = filter;
  const rows = await selectSql<DayRow>(
    scope,
    `SELECT c.id AS contentId, s.id AS senderId, CAST(r.key AS INTEGER) AS start, r.sums
     FROM rollups r CROSS JOIN senders s ON s.id = substr(r.key, instr(r.key, ' ') + 1)
     LEFT JOIN contents c ON c.id = r.target
     WHERE r.workspace_id = ?1 AND r.part = 'unnamed' AND r.key >= ?2 AND r.key < ?3 AND r.gone = 0
       AND ${ofSenders} AND ${contentId === undefined ? "?5 IS NULL" : "r.target = ?5"}`,
    firstKeyOf(since),
    firstKeyOf(later(until, day)),
    ...parametersOf(filter),
  );
  return rows.flatMap((row) => quartersOf(row)).filter((sum) => isAskedFor(sum, filter));
}

/** Stands before the key of every row of a moment's UTC day, and after those of the days before. */
const firstKeyOf = (at: Instant) => String(startOf(day, at));

function quartersOf({ start, sums, ...by }: DayRow): UnnamedReads[] {
  return Object.entries(JSON.parse(sums) as Sums).map(([cell, [reads = 0, engagedMs = 0]]) => {
    const [place = "", ...channel] = cell.split(" ");
    const at = later(instant(start), times(Number(place), quarter));
    return { ...by, channel: channel.join(" "), quarter: at, reads, engagedMs };
  });
}

const isAskedFor = (sum: UnnamedReads, { since, until }: UnnamedFilter) =>
  sum.quarter >= since && sum.quarter < until;

/**
 * Reads of visits that have never been over, up to a bound. Of an outside page that nobody was counted to have
 * read these are left out: no list of the workspace names it yet.
 */
export function readUnnamedOpen(scope: Scope, filter: UnnamedFilter): Promise<UnnamedReads[]> {
  const { since, until } = filter;
  return selectSql<UnnamedReads>(
    scope,
    `SELECT v.content_id AS contentId, v.sender_id AS senderId, v.channel, v.quarter,
       count(*) AS reads, sum(v.engaged_ms) AS engagedMs
     FROM (SELECT o.* FROM (
         SELECT id AS target FROM contents WHERE workspace_id = ?1 AND (?5 IS NULL OR id = ?5)
         UNION SELECT target FROM rollups WHERE workspace_id = ?1 AND part = 'content' AND key = '' AND (?5 IS NULL OR target = ?5)
       ) t CROSS JOIN open_visits o USING (target) LIMIT ${mostOpen}) o
     CROSS JOIN visits v USING (target, quarter, id) CROSS JOIN senders s ON s.id = v.sender_id
     WHERE v.workspace_id = ?1 AND v.quarter >= ?2 AND v.quarter < ?3 AND ${ofSenders}
       AND v.revision = 0 AND v.rung <> '${rowRung}' AND ${isRead("v")}
     GROUP BY v.quarter, v.content_id, v.sender_id, v.channel`,
    since,
    until,
    ...parametersOf(filter),
  );
}
