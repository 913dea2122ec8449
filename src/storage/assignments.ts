import { and, eq } from "drizzle-orm";
import type { ContentId, SenderId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { assignments, copies } from "./schema.ts";
import {
  type Scope,
  type Statement,
  select,
  selectIn,
  selectSql,
  upsert,
  writeSql,
} from "./scope.ts";

export type Assignment = typeof assignments.$inferSelect;
export type Copy = typeof copies.$inferSelect;

const of = (contentId: ContentId, version: number) =>
  and(eq(assignments.contentId, contentId), eq(assignments.version, version));

export function listAssignments(
  scope: Scope,
  contentId: ContentId,
  version: number,
): Promise<Assignment[]> {
  return select(scope, assignments, [of(contentId, version)]);
}

export function listAssignmentsOf(
  scope: Scope,
  contentId: ContentId,
  version: number,
  senderIds: readonly SenderId[],
): Promise<Assignment[]> {
  return selectIn(scope, assignments, assignments.senderId, senderIds, of(contentId, version));
}

export type NewAssignment = { senderId: SenderId; row: number; team: string | null };

/** Statement: writes assignments that nobody has a say in; who has one already keeps it. */
export function addAssignments(
  scope: Scope,
  contentId: ContentId,
  version: number,
  wanted: readonly NewAssignment[],
  now: Instant,
): Statement {
  return writeSql(
    scope,
    `INSERT INTO assignments (workspace_id, content_id, version, sender_id, row, team, created_at, place)
     SELECT ?1, ?2, ?3, j.value ->> 'senderId', j.value ->> 'row', j.value ->> 'team', ?4,
       coalesce(h.holders, 0) - 1
         + row_number() OVER (PARTITION BY coalesce(j.value ->> 'team', '') ORDER BY j.key)
     FROM json_each(?5) AS j LEFT JOIN (
       SELECT coalesce(team, '') AS team, count(*) AS holders FROM assignments
       WHERE content_id = ?2 AND version = ?3 GROUP BY 1) AS h
       ON h.team = coalesce(j.value ->> 'team', '')
     WHERE true ON CONFLICT DO NOTHING`,
    contentId,
    version,
    now,
    JSON.stringify(wanted),
  );
}

/**
 * Statement: gives a sender the first of some rows that nobody has; where all are taken, one that nobody
 * of their team has, and of those the one that fewest have. The database decides, one statement after the
 * other, so that a hundred senders in the same second never meet on a row that need not be shared. Who has
 * a row already keeps it.
 */
export function dealTo(
  scope: Scope,
  contentId: ContentId,
  version: number,
  sender: { id: SenderId; team: string | null },
  rows: readonly number[],
  now: Instant,
): Statement {
  return writeSql(
    scope,
    `INSERT INTO assignments
       (workspace_id, content_id, version, sender_id, team, created_at, place, row)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6,
       (SELECT count(*) FROM assignments WHERE content_id = ?2 AND version = ?3
         AND coalesce(team, '') = coalesce(?5, '')),
       c.value
     FROM json_each(?7) AS c LEFT JOIN (
       SELECT row, count(*) AS holders, max(coalesce(team, '') = coalesce(?5, '')) AS within
       FROM assignments WHERE content_id = ?2 AND version = ?3 GROUP BY row) AS h ON h.row = c.value
     ORDER BY coalesce(h.within, 0), coalesce(h.holders, 0), c.key LIMIT 1
     ON CONFLICT DO NOTHING`,
    contentId,
    version,
    sender.id,
    sender.team,
    now,
    JSON.stringify(rows),
  );
}

/** How many people who are there have a row of a content, how many different texts they say, and how many share theirs. */
export type DealtCount = { id: ContentId; dealt: number; served: number; sharing: number };

/** Of contents, in their published version. What somebody wrote themselves before and after a row is part of what they say. */
export function countDealt(scope: Scope, ids: readonly ContentId[]): Promise<DealtCount[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return selectSql<DealtCount>(
    scope,
    `SELECT id, sum(n) AS dealt, count(*) AS served, sum(CASE WHEN n > 1 THEN n ELSE 0 END) AS sharing
     FROM (SELECT c.id, count(*) AS n
       FROM json_each(?2) j
       CROSS JOIN contents c ON c.id = j.value AND c.workspace_id = ?1
       CROSS JOIN assignments a ON a.content_id = c.id AND a.version = c.published_version
       CROSS JOIN senders s ON s.id = a.sender_id AND s.deleted_at IS NULL
       LEFT JOIN own_lines o ON o.content_id = c.id AND o.sender_id = s.id
       GROUP BY c.id, a.row, coalesce(o.line, ''), coalesce(s.opener, ''), coalesce(s.closer, '')) GROUP BY id`,
    JSON.stringify(ids),
  );
}

/** Statement: a sender copied their caption, edited or not; the latest counts. */
export function recordCopy(scope: Scope, copy: Omit<Copy, "workspaceId">): Statement {
  return upsert(scope, copies, copy, {
    target: [copies.contentId, copies.version, copies.senderId],
    set: { edited: copy.edited, copiedAt: copy.copiedAt },
  });
}

/** Statement: senders who copied a version's caption, and have the same in another, have copied that. */
export function keepCopies(
  scope: Scope,
  contentId: ContentId,
  from: number,
  to: number,
  senderIds: readonly SenderId[],
): Statement {
  return writeSql(
    scope,
    `INSERT INTO copies (workspace_id, content_id, version, sender_id, edited, copied_at)
     SELECT ?1, ?2, ?4, c.sender_id, c.edited, c.copied_at
     FROM json_each(?5) AS j JOIN copies AS c
       ON c.content_id = ?2 AND c.version = ?3 AND c.sender_id = j.value
     WHERE c.workspace_id = ?1 ON CONFLICT DO NOTHING`,
    contentId,
    from,
    to,
    JSON.stringify(senderIds),
  );
}

/** What a sender copied last of a content, under the newest version that says it; null where they copied nothing. */
export async function latestCopy(
  scope: Scope,
  contentId: ContentId,
  senderId: SenderId,
): Promise<Pick<Copy, "version" | "copiedAt"> | null> {
  const [copy] = await selectSql<Pick<Copy, "version" | "copiedAt">>(
    scope,
    `SELECT version, copied_at AS copiedAt FROM copies INDEXED BY copies_by_sender
     WHERE sender_id = ?2 AND content_id = ?3 AND workspace_id = ?1
     ORDER BY version DESC LIMIT 1`,
    senderId,
    contentId,
  );
  return copy ?? null;
}

/** Who copied a version's caption, and whether they edited it first. */
export function listCopies(scope: Scope, contentId: ContentId, version: number): Promise<Copy[]> {
  return select(scope, copies, [eq(copies.contentId, contentId), eq(copies.version, version)]);
}
