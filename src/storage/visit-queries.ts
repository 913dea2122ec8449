/**
 * Questions asked of visits. Rows are of readers who agreed to be remembered; of all others there are sums
 * (tracking/rungs.ts).
 */

import { desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import {
  type ContactId,
  type ContentId,
  type LinkCode,
  type SenderId,
  targetOfContent,
  type ViewerId,
  type VisitId,
} from "../domain/ids.ts";
import { duration, earlier, hour, type Instant, quarterHour } from "../domain/units.ts";
import { type AnonymousVisit, type StoredVisit, visitLife } from "../domain/visit.ts";
import type { App, Certainty } from "../domain/vocabulary.ts";
import { rowRung } from "../tracking/rungs.ts";
import { type Page, type PageQuery, selectPage } from "./page.ts";
import { mostOpen } from "./rollups.ts";
import { visits } from "./schema.ts";
import { type Scope, select, selectOne, selectSql } from "./scope.ts";
import { isOfTeam } from "./senders.ts";
import { isRead } from "./visit-sql.ts";

export type VisitFilter = {
  contentId?: ContentId | undefined;
  senderId?: SenderId | undefined;
  /** Whose senders are of it. */
  team?: string | undefined;
  viewerId?: ViewerId | undefined;
  contactId?: ContactId | undefined;
  code?: LinkCode | undefined;
  channel?: string | undefined;
  app?: App | undefined;
  isNamed?: boolean | undefined;
  minEngagedMs?: number | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
  /** What was told, answered or over since then. */
  updatedSince?: Instant | undefined;
};

/** tracking/rungs.ts' `isRow` in SQL; written out, since an index of such rows is found by no parameter. */
const isRow = sql`${visits.rung} = ${sql.raw(`'${rowRung}'`)}`;

/** A visit that may be a row of its own. */
export type VisitRow = StoredVisit & AnonymousVisit;

function matches(scope: Scope, filter: VisitFilter): (SQL | undefined)[] {
  const { contentId, senderId, team, viewerId, contactId, since, until } = filter;
  return [
    // A content's target is its id, and the table's key begins with the target.
    contentId === undefined ? undefined : eq(visits.target, targetOfContent(contentId)),
    senderId === undefined ? undefined : eq(visits.senderId, senderId),
    team === undefined ? undefined : isOfTeam(scope, visits.senderId, team),
    // By keys, so that what is looked at is the person's visits and not the workspace's in their order; SQLite
    // finds no row by a list of keys that is a UNION. Under whatever id: of a viewer that turned out to be this
    // one, too.
    viewerId === undefined
      ? undefined
      : sql`(${visits.target}, ${visits.quarter}, ${visits.id}) IN (
          SELECT v.target, v.quarter, v.id FROM viewers w JOIN visits v ON v.viewer_id = w.id
          WHERE w.id = ${viewerId} OR w.merged_into = ${viewerId})`,
    contactId === undefined
      ? undefined
      : // Within a query of its own: SQLite looks nothing up by several columns of a UNION.
        sql`(${visits.target}, ${visits.quarter}, ${visits.id}) IN (SELECT target, quarter, id FROM (
          SELECT v.target, v.quarter, v.id FROM viewers k JOIN visits v ON v.viewer_id = k.id
          WHERE k.contact_id = ${contactId} AND k.workspace_id = ${scope.workspaceId}
            AND k.merged_into IS NULL
          UNION ALL
          SELECT v.target, v.quarter, v.id FROM viewers k
          CROSS JOIN viewers w ON w.merged_into = k.id CROSS JOIN visits v ON v.viewer_id = w.id
          WHERE k.contact_id = ${contactId} AND k.workspace_id = ${scope.workspaceId}
            AND k.merged_into IS NULL))`,
    filter.code === undefined ? undefined : eq(visits.code, filter.code),
    filter.channel === undefined ? undefined : eq(visits.channel, filter.channel),
    filter.app === undefined ? undefined : eq(visits.app, filter.app),
    filter.isNamed === undefined
      ? undefined
      : sql`${filter.isNamed ? sql`` : sql`NOT`} EXISTS (SELECT 1 FROM viewers w
          JOIN viewers k ON k.id = coalesce(w.merged_into, w.id)
          WHERE w.id = ${visits.viewerId} AND k.contact_id IS NOT NULL)`,
    filter.minEngagedMs === undefined
      ? undefined
      : gte(visits.engagedMs, duration(filter.minEngagedMs)),
    ...changedSince(filter.updatedSince),
    since === undefined ? undefined : gte(visits.quarter, since),
    until === undefined ? undefined : lt(visits.quarter, until),
  ];
}

/** A visit changes for a day at most, and its messages may come an hour late: the index by time bounds the look. */
function changedSince(at: Instant | undefined): SQL[] {
  if (at === undefined) return [];
  return [
    gte(visits.quarter, earlier(earlier(at, visitLife), hour)),
    sql`(${visits.lastBeatAt} >= ${at} OR ${visits.closedAt} >= ${at})`,
  ];
}

/** One page of the visits of readers who agreed, the latest begun first. */
export async function listVisits(
  scope: Scope,
  page: PageQuery,
  filter: VisitFilter,
): Promise<Page<VisitRow>> {
  const { items, nextCursor } = await selectPage(
    scope,
    visits,
    {
      at: visits.quarter,
      within: sql`coalesce(${visits.startedAt}, ${visits.quarter})`,
      id: visits.id,
      place: (row) => ({ at: row.quarter, within: row.startedAt ?? row.quarter, id: row.id }),
    },
    page,
    [isRow, ...matches(scope, filter)],
  );
  return { items: agreed(items), nextCursor };
}

/**
 * The visit of a reader who agreed, by its id, or null. Its start finds it at once; without it the
 * workspace's visits are looked through, in an index that holds their ids.
 */
export async function findVisit(
  scope: Scope,
  id: VisitId,
  startedAt: Instant | undefined,
): Promise<VisitRow | null> {
  const at = startedAt === undefined ? undefined : eq(visits.quarter, quarterHour(startedAt));
  const row = await selectOne(scope, visits, eq(visits.id, id), at, isRow);
  return row ? (agreed([row])[0] ?? null) : null;
}

/** A row's rung says which of its columns are null: so they were written, and nothing else writes them. */
const agreed = (rows: (typeof visits.$inferSelect)[]) => rows as VisitRow[];

/** The newest reads by readers who agreed that came through a sender, whatever they read. */
export async function latestReads(
  scope: Scope,
  senderId: SenderId,
  limit: number,
): Promise<VisitRow[]> {
  const ofSender = eq(visits.senderId, senderId);
  const reads = await select(scope, visits, [ofSender, sql.raw(isRead("visits")), isRow], {
    orderBy: [desc(visits.quarter), desc(visits.id)],
    limit,
  });
  return agreed(reads).sort((a, b) => b.startedAt - a.startedAt);
}

/**
 * The reads of a content that came through one sender: those in the sums, and those of visits that have
 * never been over, which no sum holds yet, up to a bound. `unnamed` says how many of those that are still kept
 * were by people who did not agree. CROSS JOIN has SQLite begin with what is open, and not with all of the sender's.
 */
export async function countReads(
  scope: Scope,
  { contentId, senderId }: { contentId: ContentId; senderId: SenderId },
): Promise<{ reads: number; unnamed: number }> {
  const [row] = await selectSql<{ reads: number; unnamed: number }>(
    scope,
    `SELECT coalesce(sum(reads), 0) AS reads, coalesce(sum(unnamed), 0) AS unnamed FROM (
       SELECT sums ->> '$.total[0]' AS reads, CASE gone WHEN 0 THEN sums ->> '$.unnamed[0]' END AS unnamed
       FROM rollups WHERE workspace_id = ?1 AND target = ?2 AND part = 'sender' AND key = ?3
     UNION ALL
       SELECT 1, v.rung <> '${rowRung}' FROM (SELECT * FROM open_visits WHERE target = ?2 LIMIT ${mostOpen}) o
       CROSS JOIN visits v USING (target, quarter, id)
       WHERE v.workspace_id = ?1 AND v.sender_id = ?3 AND v.revision = 0 AND ${isRead("v")})`,
    contentId,
    senderId,
  );
  return row ?? { reads: 0, unnamed: 0 };
}

export type ViewerName = { id: ContactId; name: string; certainty: Certainty | null };

/** The viewers that some turned out to be, most of them themselves, and the contacts behind them, by viewer id. For a team only contacts of its senders. */
export async function whoViewersAre(
  scope: Scope,
  viewerIds: readonly ViewerId[],
  team: string | null,
): Promise<Map<ViewerId, { viewerId: ViewerId; contact: ViewerName | null }>> {
  if (viewerIds.length === 0) return new Map();
  const rows = await selectSql<{
    asked: ViewerId;
    viewerId: ViewerId;
    id: ContactId | null;
    name: string | null;
    certainty: Certainty | null;
  }>(
    scope,
    `SELECT w.id AS asked, k.id AS viewerId, c.id, c.name, k.certainty FROM json_each(?2) j
     CROSS JOIN viewers w ON w.id = j.value
     CROSS JOIN viewers k ON k.id = coalesce(w.merged_into, w.id)
     LEFT JOIN contacts c ON c.id = k.contact_id AND c.workspace_id = k.workspace_id
       AND (?3 IS NULL OR (SELECT s.team FROM senders s WHERE s.id = c.sender_id) = ?3)
     WHERE w.workspace_id = ?1 AND k.workspace_id = ?1`,
    JSON.stringify(viewerIds),
    team,
  );
  return new Map(
    rows.map(({ asked, viewerId, id, name, certainty }) => {
      const contact = id === null || name === null ? null : { id, name, certainty };
      return [asked, { viewerId, contact }];
    }),
  );
}

/** The contacts behind viewers, by viewer id; viewers without a name are left out. */
export async function namesOfViewers(
  scope: Scope,
  viewerIds: readonly ViewerId[],
  team: string | null,
): Promise<Map<ViewerId, ViewerName>> {
  const known = await whoViewersAre(scope, viewerIds, team);
  return new Map(
    [...known].flatMap(([viewerId, { contact }]) => (contact ? [[viewerId, contact]] : [])),
  );
}
