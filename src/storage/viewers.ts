/** Readers who agreed to be remembered. A viewer that was merged is found under the one it turned out to be. */
import { eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { ContactId, SenderId, ViewerId } from "../domain/ids.ts";
import { day, earlier, type Instant } from "../domain/units.ts";
import type { Certainty, Naming } from "../domain/vocabulary.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { viewers } from "./schema.ts";
import {
  type Scope,
  type Statement,
  select,
  selectOne,
  selectSql,
  update,
  writeSql,
} from "./scope.ts";

export type Viewer = typeof viewers.$inferSelect;

export type ViewerFilter = {
  contactId?: ContactId | undefined;
  /** Who read something that came through this sender, or through somebody who handed over to them. */
  senderId?: SenderId | undefined;
  isNamed?: boolean | undefined;
};

/** True of a viewer that another one stands for. */
const isAlias = isNotNull(viewers.mergedInto);

const readThrough = (senderId: SenderId): SQL =>
  sql`EXISTS (SELECT 1 FROM visits v JOIN senders s ON s.id = v.sender_id
    WHERE v.viewer_id = ${viewers.id} AND (s.id = ${senderId} OR s.handed_to = ${senderId}))`;

/** One page of viewers, the newest first. */
export function listViewers(scope: Scope, page: PageQuery, filter: ViewerFilter) {
  const { contactId, senderId, isNamed } = filter;
  return selectPage(
    scope,
    viewers,
    {
      at: viewers.createdAt,
      id: viewers.id,
      place: (row) => ({ at: row.createdAt, id: row.id }),
    },
    page,
    [
      sql`NOT (${isAlias})`,
      contactId === undefined ? undefined : eq(viewers.contactId, contactId),
      senderId === undefined ? undefined : readThrough(senderId),
      isNamed === undefined
        ? undefined
        : isNamed
          ? isNotNull(viewers.contactId)
          : isNull(viewers.contactId),
    ],
  );
}

/** A viewer by id, or the one that it turned out to be; null where there is none. */
export async function findViewer(scope: Scope, id: ViewerId): Promise<Viewer | null> {
  const viewer = await selectOne(scope, viewers, eq(viewers.id, id));
  if (viewer === null || viewer.mergedInto === null) return viewer;
  return await selectOne(scope, viewers, eq(viewers.id, viewer.mergedInto));
}

/** The viewer itself, whoever it turned out to be. */
export function findViewerItself(scope: Scope, id: ViewerId): Promise<Viewer | null> {
  return selectOne(scope, viewers, eq(viewers.id, id));
}

/** True where the viewer read something that came through the sender. */
export async function hasReadThrough(
  scope: Scope,
  id: ViewerId,
  senderId: SenderId,
): Promise<boolean> {
  const viewer = await selectOne(scope, viewers, eq(viewers.id, id), readThrough(senderId));
  return viewer !== null;
}

/** The viewers that are known to be a contact, the earliest first. */
export function findViewersOfContact(scope: Scope, contactId: ContactId): Promise<Viewer[]> {
  return select(scope, viewers, [eq(viewers.contactId, contactId), sql`NOT (${isAlias})`], {
    orderBy: [sql`${viewers.createdAt}`, sql`${viewers.id}`],
  });
}

/** The viewers that turned out to be this one. */
export function findAliases(scope: Scope, id: ViewerId): Promise<Viewer[]> {
  return select(scope, viewers, [eq(viewers.mergedInto, id)]);
}

export type ViewerFigures = { viewerId: ViewerId; visits: number; lastQuarter: Instant };

/** How many visits some viewers made, under whatever id, and when the last began, to the quarter-hour. */
export async function figuresOfViewers(
  scope: Scope,
  ids: readonly ViewerId[],
): Promise<Map<ViewerId, ViewerFigures>> {
  const rows = await selectSql<ViewerFigures>(
    scope,
    `SELECT coalesce(w.merged_into, w.id) AS viewerId, count(v.id) AS visits, max(v.quarter) AS lastQuarter
     FROM viewers w JOIN visits v ON v.viewer_id = w.id
     WHERE w.workspace_id = ?1 AND w.id IN (
       SELECT value FROM json_each(?2) UNION
       SELECT a.id FROM json_each(?2) j JOIN viewers a ON a.merged_into = j.value)
     GROUP BY 1`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.viewerId, row]));
}

export type ViewerConsent = {
  choice: boolean;
  textVersion: string;
  language: string;
  answeredAt: Instant;
};

/** What a viewer answered, the newest first. */
export async function listConsents(scope: Scope, id: ViewerId): Promise<ViewerConsent[]> {
  const rows = await selectSql<Omit<ViewerConsent, "choice"> & { choice: number }>(
    scope,
    `SELECT choice, text_version AS textVersion, language, answered_at AS answeredAt FROM consents
     WHERE workspace_id = ?1 AND viewer_id = ?2 ORDER BY answered_at DESC LIMIT 20`,
    id,
  );
  return rows.map((row) => ({ ...row, choice: row.choice === 1 }));
}

/** Statement: names a viewer, or with null takes the name away; who did so last is kept. */
export function nameViewer(
  scope: Scope,
  id: ViewerId,
  name: { contactId: ContactId; certainty: Certainty } | null,
  by: Naming,
  now: Instant,
): Statement {
  const set = {
    contactId: name?.contactId ?? null,
    certainty: name?.certainty ?? null,
    namedBy: by,
    namedAt: now,
  };
  return update(scope, viewers, set, eq(viewers.id, id));
}

/** Statement: notes that a viewer, with all that turned out to be it, is another one; or that it is not. */
export function mergeViewer(
  scope: Scope,
  id: ViewerId,
  into: ViewerId | null,
  now: Instant,
): Statement {
  if (into === null) {
    return update(scope, viewers, { mergedInto: null, mergedAt: null }, eq(viewers.id, id));
  }
  return writeSql(
    scope,
    `UPDATE viewers SET merged_into = ?2, merged_at = ?3
     WHERE workspace_id = ?1 AND (id = ?4 OR merged_into = ?4)`,
    into,
    now,
    id,
  );
}

/** Statement: a viewer wants to be remembered no more. */
export function withdrawViewer(scope: Scope, id: ViewerId, now: Instant): Statement {
  return writeSql(
    scope,
    `UPDATE viewers SET withdrawn_at = ?2
     WHERE workspace_id = ?1 AND (id = ?3 OR merged_into = ?3) AND withdrawn_at IS NULL`,
    now,
    id,
  );
}

/** For how long a merge can be undone; then what the two left is put together for good. */
export const mergeReversibleFor = day;

/** Viewers whose merge can no longer be undone and that still have visits of their own. */
export async function listSettledMerges(
  d1: D1Database,
  now: Instant,
): Promise<{ id: ViewerId; into: ViewerId }[]> {
  const { results } = await d1
    .prepare(
      `SELECT w.id, w.merged_into AS "into" FROM viewers w
       WHERE w.merged_into IS NOT NULL AND w.merged_at <= ?
         AND EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = w.id) LIMIT 200`,
    )
    .bind(earlier(now, mergeReversibleFor))
    .all<{ id: ViewerId; into: ViewerId }>();
  return results;
}

/** What a viewer stands for now: another one, or nobody who may be remembered. */
export type Standing = { id: ViewerId; into: ViewerId | null; withdrawnAt: Instant | null };

/** Those of some viewers that are not simply themselves. */
export async function readStandings(
  d1: D1Database,
  ids: readonly ViewerId[],
  now: Instant,
): Promise<Standing[]> {
  if (ids.length === 0) return [];
  const { results } = await d1
    .prepare(
      `SELECT w.id, CASE WHEN w.merged_at <= ?2 THEN w.merged_into END AS "into",
         w.withdrawn_at AS withdrawnAt
       FROM json_each(?1) j JOIN viewers w ON w.id = j.value
       WHERE w.withdrawn_at IS NOT NULL OR w.merged_at <= ?2`,
    )
    .bind(JSON.stringify(ids), earlier(now, mergeReversibleFor))
    .all<Standing>();
  return results;
}

/** The contact that an outside system knows by one of these ids, the earliest; or null. */
export async function findContactByExternalIds(
  scope: Scope,
  externalIds: Readonly<Record<string, string>>,
): Promise<ContactId | null> {
  const [row] = await selectSql<{ id: ContactId }>(
    scope,
    `SELECT c.id FROM contacts c WHERE c.workspace_id = ?1 AND EXISTS (
       SELECT 1 FROM json_each(c.external_ids) e JOIN json_each(?2) w ON w.key = e.key AND w.value = e.value)
     ORDER BY c.created_at, c.id LIMIT 1`,
    JSON.stringify(externalIds),
  );
  return row?.id ?? null;
}
