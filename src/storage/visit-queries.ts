/** Questions asked of visits. A read is a visit of 1 s or more by a person other than the sender. */

import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import {
  type ContactId,
  type ContentId,
  type SenderId,
  targetOfContent,
  type ViewerId,
} from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { readMinEngaged, type StoredVisit } from "../domain/visit.ts";
import { type Page, type PageQuery, selectPage } from "./page.ts";
import { contacts, senders, viewers, visits } from "./schema.ts";
import { type Scope, select, within } from "./scope.ts";

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

/** One page of visits, the newest quarter-hour first. */
export async function listVisits(
  scope: Scope,
  page: PageQuery,
  filter: VisitFilter,
): Promise<Page<StoredVisit>> {
  const { items, nextCursor } = await selectPage(
    scope,
    visits,
    { at: visits.quarter, id: visits.id, place: (row) => ({ at: row.quarter, id: row.id }) },
    page,
    matches(scope, filter),
  );
  return { items: stored(items), nextCursor };
}

/** A row's rung says which of its columns are null: so they were written, and nothing else writes them. */
const stored = (rows: (typeof visits.$inferSelect)[]) => rows as StoredVisit[];

/** The newest reads that meet a filter. */
export async function latestReads(
  scope: Scope,
  filter: VisitFilter,
  limit: number,
): Promise<StoredVisit[]> {
  return stored(
    await select(scope, visits, [...matches(scope, filter), isRead], {
      orderBy: [sql`coalesce(${visits.startedAt}, ${visits.quarter}) DESC`],
      limit,
    }),
  );
}

export async function countReads(scope: Scope, filter: VisitFilter): Promise<number> {
  const row = await scope.db
    .select({ reads: sql<number>`count(*)` })
    .from(visits)
    .where(within(scope, visits, ...matches(scope, filter), isRead))
    .get();
  return row?.reads ?? 0;
}

/** The contacts behind viewers, by viewer id; viewers without a name are left out. */
export async function namesOfViewers(
  scope: Scope,
  viewerIds: readonly (ViewerId | null)[],
): Promise<Map<ViewerId, { id: ContactId; name: string }>> {
  const rows = await scope.db
    .select({ viewerId: viewers.id, id: contacts.id, name: contacts.name })
    .from(viewers)
    .innerJoin(
      contacts,
      and(eq(contacts.id, viewers.contactId), eq(contacts.workspaceId, viewers.workspaceId)),
    )
    .where(
      within(
        scope,
        viewers,
        sql`${viewers.id} IN (SELECT value FROM json_each(${JSON.stringify(viewerIds)}))`,
      ),
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
  const reads = within(scope, visits, ...matches(scope, { contentId }), isRead);
  const totals = await scope.db
    .select({
      reads: sql<number>`count(*)`,
      viewers: sql<number>`count(DISTINCT ${visits.viewerId})`,
      engagedMs: sql<number>`coalesce(sum(${visits.engagedMs}), 0)`,
    })
    .from(visits)
    .where(reads)
    .get();
  const count = totals?.reads ?? 0;
  // The middle one, or the mean of the middle two.
  const middle = await scope.db
    .select({ ms: visits.engagedMs })
    .from(visits)
    .where(reads)
    .orderBy(visits.engagedMs)
    .limit(count % 2 === 1 ? 1 : 2)
    .offset(Math.max(0, Math.ceil(count / 2) - 1));
  const links = await scope.d1
    .prepare(
      "SELECT coalesce(sum(clicks), 0) AS clicks, coalesce(sum(opens), 0) AS opens FROM links WHERE workspace_id = ? AND content_id = ?",
    )
    .bind(scope.workspaceId, contentId)
    .first<{ clicks: number; opens: number }>();
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
  const rows = await scope.db
    .selectDistinct({ version: visits.version })
    .from(visits)
    .where(within(scope, visits, ...matches(scope, { contentId }), isRead));
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
  const { results } = await scope.d1
    .prepare(
      `WITH places AS MATERIALIZED (
         SELECT j.value ->> 'version' AS version, j.value ->> 'ordinal' AS ordinal, j.value ->> 'id' AS id
         FROM json_each(?3) AS j)
       SELECT p.id, count(DISTINCT coalesce(v.viewer_id, v.id)) AS readers, sum(s.value) AS ms
       FROM visits v, json_each(v.sections) s
       JOIN places p ON p.version = v.version AND p.ordinal = s.key
       WHERE v.workspace_id = ?1 AND v.target = ?2 AND v.engaged_ms >= ?4 AND v.bot = 0 AND v.own = 0
         AND s.value > 0
       GROUP BY p.id`,
    )
    .bind(scope.workspaceId, contentId, JSON.stringify(places), readMinEngaged)
    .all<{ id: string; readers: number; ms: number }>();
  return results;
}

/** How far reads got: for each version, how often each section was the last one reached. */
export async function lastSections(
  scope: Scope,
  contentId: ContentId,
): Promise<{ version: number; scroll: number; reads: number }[]> {
  return await scope.db
    .select({
      version: visits.version,
      scroll: visits.scroll,
      reads: sql<number>`count(*)`,
    })
    .from(visits)
    .where(within(scope, visits, ...matches(scope, { contentId }), isRead))
    .groupBy(visits.version, visits.scroll);
}

export async function readsBySender(
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
  return await scope.db
    .select({
      senderId: visits.senderId,
      name: senders.name,
      team: senders.team,
      reads: sql<number>`count(*)`,
      viewers: sql<number>`count(DISTINCT ${visits.viewerId})`,
      engagedMs: sql<number>`sum(${visits.engagedMs})`,
    })
    .from(visits)
    .innerJoin(senders, eq(senders.id, visits.senderId))
    .where(within(scope, visits, ...matches(scope, { contentId }), isRead))
    .groupBy(visits.senderId)
    .orderBy(sql`count(*) DESC`, visits.senderId);
}

/** Reads per UTC quarter-hour, to be assembled into days of the workspace's timezone. */
export async function readsByQuarter(
  scope: Scope,
  contentId: ContentId,
): Promise<{ quarter: Instant; reads: number; engagedMs: number }[]> {
  return await scope.db
    .select({
      quarter: visits.quarter,
      reads: sql<number>`count(*)`,
      engagedMs: sql<number>`sum(${visits.engagedMs})`,
    })
    .from(visits)
    .where(within(scope, visits, ...matches(scope, { contentId }), isRead))
    .groupBy(visits.quarter)
    .orderBy(visits.quarter);
}
