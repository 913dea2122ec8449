/** Questions asked of visits. A read is a visit of 1 s or more by a person other than the sender. */

import { and, eq, getTableColumns, gte, lt, type SQL, sql } from "drizzle-orm";
import {
  type ContactId,
  type ContentId,
  type SenderId,
  targetOfContent,
  type ViewerId,
  type VisitId,
} from "../domain/ids.ts";
import { type Instant, quarterHour } from "../domain/units.ts";
import { readMinEngaged, type StoredVisit } from "../domain/visit.ts";
import { type Page, type PageQuery, selectPage } from "./page.ts";
import { contacts, senders, viewers, visits } from "./schema.ts";
import { type Scope, selectFields, selectOne, selectSql } from "./scope.ts";

export type VisitFilter = {
  contentId?: ContentId | undefined;
  senderId?: SenderId | undefined;
  viewerId?: ViewerId | undefined;
  contactId?: ContactId | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
};

/** domain's `isRead` in SQL; needs the table under its own name. */
const isRead = sql`${visits.engagedMs} >= ${sql.raw(String(readMinEngaged))} AND ${visits.bot} = 0 AND ${visits.own} = 0`;

function matches(scope: Scope, filter: VisitFilter): (SQL | undefined)[] {
  const { contentId, senderId, viewerId, contactId, since, until } = filter;
  return [
    // A content's target is its id, and the table's key begins with the target.
    contentId === undefined ? undefined : eq(visits.target, targetOfContent(contentId)),
    senderId === undefined ? undefined : eq(visits.senderId, senderId),
    viewerId === undefined ? undefined : eq(visits.viewerId, viewerId),
    contactId === undefined
      ? undefined
      : sql`${visits.viewerId} IN (SELECT id FROM viewers WHERE contact_id = ${contactId} AND workspace_id = ${scope.workspaceId})`,
    since === undefined ? undefined : gte(visits.quarter, since),
    until === undefined ? undefined : lt(visits.quarter, until),
  ];
}

/** One page of visits, the newest first: to the second where the rung keeps it, else to the quarter-hour. */
export async function listVisits(
  scope: Scope,
  page: PageQuery,
  filter: VisitFilter,
): Promise<Page<StoredVisit>> {
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
    matches(scope, filter),
  );
  return { items: stored(items), nextCursor };
}

/**
 * A visit by its id, or null. Its start finds it at once; without it the workspace's visits are looked
 * through, in an index that holds their ids.
 */
export async function findVisit(
  scope: Scope,
  id: VisitId,
  startedAt: Instant | undefined,
): Promise<StoredVisit | null> {
  const at = startedAt === undefined ? undefined : eq(visits.quarter, quarterHour(startedAt));
  const row = await selectOne(scope, visits, eq(visits.id, id), at);
  return row ? (stored([row])[0] ?? null) : null;
}

/** A row's rung says which of its columns are null: so they were written, and nothing else writes them. */
const stored = (rows: (typeof visits.$inferSelect)[]) => rows as StoredVisit[];

/** The newest reads that meet a filter, and how many there are of them in all. */
export async function latestReads(
  scope: Scope,
  filter: VisitFilter,
  limit: number,
): Promise<{ reads: StoredVisit[]; total: number }> {
  const rows = await selectFields(
    scope,
    visits,
    { ...getTableColumns(visits), total: sql<number>`count(*) OVER ()` },
    {
      where: [...matches(scope, filter), isRead],
      orderBy: [sql`coalesce(${visits.startedAt}, ${visits.quarter}) DESC`],
      limit,
    },
  );
  return { reads: stored(rows.map(({ total: _, ...read }) => read)), total: rows[0]?.total ?? 0 };
}

/** The contacts behind viewers, by viewer id; viewers without a name are left out. */
export async function namesOfViewers(
  scope: Scope,
  viewerIds: readonly ViewerId[],
): Promise<Map<ViewerId, { id: ContactId; name: string }>> {
  if (viewerIds.length === 0) return new Map();
  const itsContact = and(
    eq(contacts.id, viewers.contactId),
    eq(contacts.workspaceId, viewers.workspaceId),
  );
  const wanted = sql`${viewers.id} IN (SELECT value FROM json_each(${JSON.stringify(viewerIds)}))`;
  const rows = await selectFields(
    scope,
    viewers,
    { viewerId: viewers.id, id: contacts.id, name: contacts.name },
    { join: [[contacts, itsContact]], where: [wanted] },
  );
  return new Map(rows.map(({ viewerId, ...contact }) => [viewerId, contact]));
}

export type ReadTotals = {
  reads: number;
  viewers: number;
  engagedMs: number;
  medianEngagedMs: number;
  opens: number;
  clicks: number;
};

/** A content's totals: reads, remembered viewers among them, and the median engaged time. */
export async function readTotals(scope: Scope, contentId: ContentId): Promise<ReadTotals> {
  const where = [...matches(scope, { contentId }), isRead];
  const [totals] = await selectFields(
    scope,
    visits,
    {
      reads: sql<number>`count(*)`,
      viewers: sql<number>`count(DISTINCT ${visits.viewerId})`,
      engagedMs: sql<number>`coalesce(sum(${visits.engagedMs}), 0)`,
    },
    { where },
  );
  const count = totals?.reads ?? 0;
  // The middle one, or the mean of the middle two.
  const middle = await selectFields(
    scope,
    visits,
    { ms: visits.engagedMs },
    {
      where,
      orderBy: [visits.engagedMs],
      limit: count % 2 === 1 ? 1 : 2,
      offset: Math.max(0, Math.ceil(count / 2) - 1),
    },
  );
  const [links] = await selectSql<{ clicks: number; opens: number }>(
    scope,
    `SELECT coalesce(sum(clicks), 0) AS clicks, coalesce(sum(opens), 0) AS opens FROM links
     WHERE workspace_id = ?1 AND content_id = ?2`,
    contentId,
  );
  const medianEngagedMs =
    middle.length === 0
      ? 0
      : Math.round(middle.reduce((sum, { ms }) => sum + ms, 0) / middle.length);
  return {
    reads: count,
    viewers: totals?.viewers ?? 0,
    engagedMs: totals?.engagedMs ?? 0,
    medianEngagedMs,
    opens: links?.opens ?? 0,
    clicks: links?.clicks ?? 0,
  };
}

/** The versions of a content that somebody visited. */
export async function visitedVersions(scope: Scope, contentId: ContentId): Promise<number[]> {
  const where = [...matches(scope, { contentId }), isRead];
  const fields = { version: visits.version };
  const rows = await selectFields(scope, visits, fields, { where, groupBy: [visits.version] });
  return rows.map(({ version }) => version);
}

/** Which section stands where in a version. */
export type SectionPlace = { version: number; ordinal: number; id: string };

/**
 * Per section id: how many readers reached it, and their time in it. A viewer is one reader however
 * often they came; at the aggregate rung every read counts as one.
 */
export async function sectionHeat(
  scope: Scope,
  contentId: ContentId,
  places: readonly SectionPlace[],
): Promise<{ id: string; readers: number; ms: number }[]> {
  return await selectSql(
    scope,
    `WITH places AS MATERIALIZED (
       SELECT j.value ->> 'version' AS version, j.value ->> 'ordinal' AS ordinal, j.value ->> 'id' AS id
       FROM json_each(?3) AS j)
     SELECT p.id, count(DISTINCT coalesce(v.viewer_id, v.id)) AS readers, sum(s.value) AS ms
     FROM visits v, json_each(v.sections) s
     JOIN places p ON p.version = v.version AND p.ordinal = s.key
     WHERE v.workspace_id = ?1 AND v.target = ?2 AND v.engaged_ms >= 1000 AND v.bot = 0 AND v.own = 0
       AND s.value > 0
     GROUP BY p.id`,
    contentId,
    JSON.stringify(places),
  );
}

/** How far reads got: for each version, how often each section was the last one reached. */
export function lastSections(
  scope: Scope,
  contentId: ContentId,
): Promise<{ version: number; scroll: number; reads: number }[]> {
  return selectFields(
    scope,
    visits,
    { version: visits.version, scroll: visits.scroll, reads: sql<number>`count(*)` },
    {
      where: [...matches(scope, { contentId }), isRead],
      groupBy: [visits.version, visits.scroll],
    },
  );
}

export function readsBySender(
  scope: Scope,
  contentId: ContentId,
): Promise<
  {
    senderId: SenderId;
    name: string;
    team: string | null;
    reads: number;
    viewers: number;
    engagedMs: number;
  }[]
> {
  return selectFields(
    scope,
    visits,
    {
      senderId: visits.senderId,
      name: senders.name,
      team: senders.team,
      reads: sql<number>`count(*)`,
      viewers: sql<number>`count(DISTINCT ${visits.viewerId})`,
      engagedMs: sql<number>`sum(${visits.engagedMs})`,
    },
    {
      join: [[senders, eq(senders.id, visits.senderId)]],
      where: [...matches(scope, { contentId }), isRead],
      groupBy: [visits.senderId],
      orderBy: [sql`count(*) DESC`, visits.senderId],
    },
  );
}

/** Reads per UTC quarter-hour, to be assembled into days of the workspace's timezone. */
export function readsByQuarter(
  scope: Scope,
  contentId: ContentId,
): Promise<{ quarter: Instant; reads: number; engagedMs: number }[]> {
  return selectFields(
    scope,
    visits,
    {
      quarter: visits.quarter,
      reads: sql<number>`count(*)`,
      engagedMs: sql<number>`sum(${visits.engagedMs})`,
    },
    {
      where: [...matches(scope, { contentId }), isRead],
      groupBy: [visits.quarter],
      orderBy: [visits.quarter],
    },
  );
}
