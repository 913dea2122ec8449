/** Questions asked of visits. A read is a visit of 1 s or more by a person other than the sender. */

import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
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
import { mostOpen } from "./rollups.ts";
import { contacts, viewers, visits } from "./schema.ts";
import { type Scope, select, selectFields, selectOne, selectSql } from "./scope.ts";

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
    // By keys, so that what is looked at is the contact's visits and not the workspace's in their order.
    contactId === undefined
      ? undefined
      : sql`(${visits.target}, ${visits.quarter}, ${visits.id}) IN (
          SELECT v.target, v.quarter, v.id FROM viewers w JOIN visits v ON v.viewer_id = w.id
          WHERE w.contact_id = ${contactId} AND w.workspace_id = ${scope.workspaceId})`,
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

/**
 * The newest reads of a content that came through a sender, by the quarter-hour; within it the latest begun
 * first, as far as that is known.
 */
export async function latestReads(
  scope: Scope,
  { contentId, senderId }: { contentId: ContentId; senderId: SenderId },
  limit: number,
): Promise<StoredVisit[]> {
  // The plus keeps the content's own visits, of all senders, from being looked through.
  const ofContent = sql`+${visits.target} = ${contentId}`;
  const reads = await select(scope, visits, [eq(visits.senderId, senderId), ofContent, isRead], {
    orderBy: [desc(visits.quarter), desc(visits.id)],
    limit,
  });
  const begun = ({ startedAt, quarter }: (typeof reads)[number]) => startedAt ?? quarter;
  return stored(reads.sort((a, b) => begun(b) - begun(a)));
}

/**
 * The reads of a content that came through one sender: those in the sums, and those of visits that have
 * never been over, which no sum holds yet, up to a bound.
 */
export async function countReads(
  scope: Scope,
  { contentId, senderId }: { contentId: ContentId; senderId: SenderId },
): Promise<number> {
  const [row] = await selectSql<{ reads: number }>(
    scope,
    `SELECT (SELECT coalesce(sum(sums ->> '$.total[0]'), 0) FROM rollups
       WHERE workspace_id = ?1 AND target = ?2 AND part = 'sender' AND key = ?3)
     + (SELECT count(*) FROM (SELECT * FROM open_visits WHERE target = ?2 LIMIT ${mostOpen}) o
       JOIN visits v USING (target, quarter, id)
       WHERE v.workspace_id = ?1 AND v.sender_id = ?3 AND v.revision = 0
         AND v.engaged_ms >= ${readMinEngaged} AND v.bot = 0 AND v.own = 0) AS reads`,
    contentId,
    senderId,
  );
  return row?.reads ?? 0;
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
