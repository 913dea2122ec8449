import { and, eq } from "drizzle-orm";
import type { ContentId, SenderId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { assignments, copies } from "./schema.ts";
import { insert, type Scope, select } from "./scope.ts";

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
 * Writes assignments by one statement. One whose row or sender was taken in the meantime is left
 * out: read them again to see who has what.
 */
export async function takeRows(
  scope: Scope,
  contentId: ContentId,
  version: number,
  wanted: readonly NewAssignment[],
  now: Instant,
): Promise<void> {
  await scope.d1
    .prepare(
      `INSERT INTO assignments (content_id, version, sender_id, workspace_id, row, team, created_at)
       SELECT ?1, ?2, j.value ->> 'senderId', ?3, j.value ->> 'row', j.value ->> 'team', ?4
       FROM json_each(?5) AS j WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(contentId, version, scope.workspaceId, now, JSON.stringify(wanted))
    .run();
}

/** Records that a sender copied their caption, and whether they had edited it; the latest counts. */
export async function recordCopy(scope: Scope, copy: Omit<Copy, "workspaceId">): Promise<void> {
  await insert(scope, copies, copy).onConflictDoUpdate({
    target: [copies.contentId, copies.version, copies.senderId],
    set: { edited: copy.edited, copiedAt: copy.copiedAt },
  });
}
