/** Readers who agreed to be remembered. A viewer that was merged is found under the one it turned out to be. */
import { eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { ContactId, SenderId, ViewerId } from "../domain/ids.ts";
import { type Instant, instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import type { Condition } from "./run.ts";
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
    WHERE (v.viewer_id = ${viewers.id}
        OR v.viewer_id IN (SELECT a.id FROM viewers a WHERE a.merged_into = ${viewers.id}))
      AND (s.id = ${senderId} OR s.handed_to = ${senderId}))`;

/** So many viewers are looked at for a page of those of a sender, or of those with a name: which these are no index knows. */
export const viewersLookedAt = 2000;

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
    // A contact's viewers are a few of a workspace's.
    contactId !== undefined
      ? { byName: true }
      : senderId === undefined && isNamed === undefined
        ? {}
        : { lookedAt: viewersLookedAt },
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

/** The viewers that are a contact for certain, the earliest first. */
export function findConfirmedViewers(scope: Scope, contactId: ContactId): Promise<Viewer[]> {
  const isOne = [
    eq(viewers.contactId, contactId),
    eq(viewers.certainty, "confirmed"),
    sql`NOT (${isAlias})`,
  ];
  return select(scope, viewers, isOne, {
    orderBy: [sql`${viewers.createdAt}`, sql`${viewers.id}`],
    byName: true,
  });
}

/** The viewers that turned out to be this one. */
export function findAliases(scope: Scope, id: ViewerId): Promise<Viewer[]> {
  return select(scope, viewers, [eq(viewers.mergedInto, id)], { byName: true });
}

export type ViewerFigures = {
  viewerId: ViewerId;
  visits: number;
  firstQuarter: Instant;
  lastQuarter: Instant;
};

/**
 * How many visits some viewers made, under whatever id, and when the first and the last began, to the quarter-hour.
 *
 * @param team - of what came through it alone; null: of all
 */
export async function figuresOfViewers(
  scope: Scope,
  ids: readonly ViewerId[],
  team: string | null,
): Promise<Map<ViewerId, ViewerFigures>> {
  const rows = await selectSql<ViewerFigures>(
    scope,
    `SELECT coalesce(w.merged_into, w.id) AS viewerId, count(v.id) AS visits,
       min(v.quarter) AS firstQuarter, max(v.quarter) AS lastQuarter
     FROM viewers w CROSS JOIN visits v ON v.viewer_id = w.id
     WHERE +w.workspace_id = ?1
       AND (?3 IS NULL OR EXISTS (SELECT 1 FROM senders s WHERE s.id = v.sender_id AND s.team = ?3)) AND w.id IN (
       SELECT value FROM json_each(?2) UNION
       SELECT a.id FROM json_each(?2) j JOIN viewers a ON a.merged_into = j.value)
     GROUP BY 1`,
    JSON.stringify(ids),
    team,
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

/** Statement: remembers a viewer of whom nothing has been written yet; who is there already stays as they are. */
export function addViewer(scope: Scope, id: ViewerId, now: Instant): Statement {
  return writeSql(
    scope,
    `INSERT INTO viewers (workspace_id, id, created_at) SELECT ?1, ?2, ?3 WHERE true ON CONFLICT DO NOTHING`,
    id,
    now,
  );
}

/** Who a viewer is, how sure that is and how it came about. */
export type ViewerNaming = Pick<Viewer, "contactId" | "certainty" | "namedBy" | "namedAt">;

/** Statement: names a viewer, or takes the name away; who did so last is kept. */
export function nameViewer(scope: Scope, id: ViewerId, naming: ViewerNaming): Statement {
  const { contactId, certainty, namedBy, namedAt } = naming;
  return update(scope, viewers, { contactId, certainty, namedBy, namedAt }, eq(viewers.id, id));
}

/** Statement: the same whatever the name was before: later than the naming that is there, by whoever it came meanwhile. */
export function nameViewerAnew(
  scope: Scope,
  id: ViewerId,
  naming: Omit<ViewerNaming, "namedAt">,
  now: Instant,
): Statement {
  const namedAt = sql<Instant>`max(${now}, coalesce(${viewers.namedAt}, 0) + 1)`;
  return update(scope, viewers, { ...naming, namedAt }, eq(viewers.id, id));
}

/** The time of a naming: later than the one before it, so that each can be told by its time. */
export function namedLater({ namedAt }: Viewer, now: Instant): Instant {
  return instant(Math.max(now, (namedAt ?? 0) + 1));
}

/** Condition: viewers are as they were read: who they are, and whom they were said to be. */
export function viewersAsRead({ workspaceId }: Scope, read: readonly Viewer[]): Condition {
  const rows = read.map(({ id, contactId, certainty, namedAt, mergedInto, mergedAt }) => [
    ...[id, contactId, certainty, namedAt, mergedInto, mergedAt],
  ]);
  return {
    name: "viewers-as-read",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM json_each(?) j LEFT JOIN viewers v
          ON v.id = j.value ->> 0 AND v.workspace_id = ?
        WHERE v.id IS NULL OR v.contact_id IS NOT j.value ->> 1 OR v.certainty IS NOT j.value ->> 2
          OR v.named_at IS NOT j.value ->> 3 OR v.merged_into IS NOT j.value ->> 4
          OR v.merged_at IS NOT j.value ->> 5)`,
      params: [JSON.stringify(rows), workspaceId],
    },
  };
}

/** Condition: a viewer is nobody for certain and nobody else's other self, or is not there yet. */
export function mayNameSelf({ workspaceId }: Scope, id: ViewerId): Condition {
  return {
    name: "may-name-self",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM viewers WHERE id = ? AND workspace_id = ?
        AND (certainty = 'confirmed' OR merged_into IS NOT NULL))`,
      params: [id, workspaceId],
    },
  };
}

/** Condition: nobody but these turned out to be a viewer, and the viewer is itself. */
export function aliasesAsRead(
  { workspaceId }: Scope,
  id: ViewerId,
  aliases: readonly ViewerId[],
): Condition {
  return {
    name: "aliases-as-read",
    holds: {
      sql: `EXISTS (SELECT 1 FROM viewers WHERE id = ? AND workspace_id = ? AND merged_into IS NULL)
        AND NOT EXISTS (SELECT 1 FROM viewers
          WHERE merged_into = ? AND id NOT IN (SELECT value FROM json_each(?)))`,
      params: [id, workspaceId, id, JSON.stringify(aliases)],
    },
  };
}

/** Condition: no other viewer is certainly a contact than those that were read. */
export function confirmedAsRead(
  { workspaceId }: Scope,
  contactId: ContactId,
  read: readonly ViewerId[],
): Condition {
  return {
    name: "confirmed-as-read",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM viewers WHERE contact_id = ? AND workspace_id = ?
        AND certainty = 'confirmed' AND merged_into IS NULL AND id NOT IN (SELECT value FROM json_each(?)))`,
      params: [contactId, workspaceId, JSON.stringify(read)],
    },
  };
}

/** Statement: a viewer wants to be remembered no more. */
export function withdrawViewer(scope: Scope, id: ViewerId, now: Instant): Statement {
  return writeSql(
    scope,
    `UPDATE viewers SET withdrawn_at = ?2
     WHERE +workspace_id = ?1 AND (id = ?3 OR merged_into = ?3) AND withdrawn_at IS NULL`,
    now,
    id,
  );
}
