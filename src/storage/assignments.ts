import { and, eq } from "drizzle-orm";
import type { ContentId, SenderId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { assignments, copies } from "./schema.ts";
import { type Scope, type Statement, select, upsert, writeSql } from "./scope.ts";

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

export type NewAssignment = { senderId: SenderId; row: number; team: string | null };

/**
 * Statement: writes assignments. One whose row or sender was taken in the meantime is left out: read
 * them again to see who has what.
 */
export function takeRows(
  scope: Scope,
  contentId: ContentId,
  version: number,
  wanted: readonly NewAssignment[],
  now: Instant,
): Statement {
  return writeSql(
    scope,
    `INSERT INTO assignments (workspace_id, content_id, version, sender_id, row, team, created_at)
     SELECT ?1, ?2, ?3, j.value ->> 'senderId', j.value ->> 'row', j.value ->> 'team', ?4
     FROM json_each(?5) AS j WHERE true ON CONFLICT DO NOTHING`,
    contentId,
    version,
    now,
    JSON.stringify(wanted),
  );
}

/** Statement: a sender copied their caption, edited or not; the latest counts. */
export function recordCopy(scope: Scope, copy: Omit<Copy, "workspaceId">): Statement {
  return upsert(scope, copies, copy, {
    target: [copies.contentId, copies.version, copies.senderId],
    set: { edited: copy.edited, copiedAt: copy.copiedAt },
  });
}
