import { and, eq } from "drizzle-orm";
import type { ContentId, SenderId } from "./ids.ts";
import { assignments, copies } from "./schema.ts";
import { insert, isUniqueViolation, type Scope, select, selectOne } from "./scope.ts";

export type Assignment = typeof assignments.$inferSelect;
export type Copy = typeof copies.$inferSelect;

const of = (contentId: ContentId, version: number) =>
  and(eq(assignments.contentId, contentId), eq(assignments.version, version));

export function findAssignment(
  scope: Scope,
  contentId: ContentId,
  version: number,
  senderId: SenderId,
): Promise<Assignment | null> {
  return selectOne(scope, assignments, of(contentId, version), eq(assignments.senderId, senderId));
}

export function listAssignments(
  scope: Scope,
  contentId: ContentId,
  version: number,
): Promise<Assignment[]> {
  return select(scope, assignments, [of(contentId, version)]);
}

/** Writes an assignment; false where the row or the sender was taken in the meantime. */
export async function takeRow(
  scope: Scope,
  row: Omit<Assignment, "workspaceId">,
): Promise<boolean> {
  try {
    await insert(scope, assignments, row);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Records that a sender copied their caption, and whether they had edited it; the latest counts. */
export async function recordCopy(scope: Scope, copy: Omit<Copy, "workspaceId">): Promise<void> {
  await insert(scope, copies, copy).onConflictDoUpdate({
    target: [copies.contentId, copies.version, copies.senderId],
    set: { edited: copy.edited, copiedAt: copy.copiedAt },
  });
}
