/** What senders wrote themselves for posts: a line of their own, and their ways of saying its sentences. */
import { and, desc, eq, sql } from "drizzle-orm";
import type { OwnEdit } from "../domain/content.ts";
import type { ContentId, SenderId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { ownLines } from "./schema.ts";
import { remove, type Scope, type Statement, select, update, upsert } from "./scope.ts";

export type OwnLine = typeof ownLines.$inferSelect;

/** A sender's, the newest first. */
export function listOwnLines(scope: Scope, senderId: SenderId, limit: number): Promise<OwnLine[]> {
  return select(scope, ownLines, [eq(ownLines.senderId, senderId)], {
    orderBy: [desc(ownLines.updatedAt)],
    limit,
  });
}

/** All that head office may see of one content, or of the workspace's newest. */
export function listSharedLines(
  scope: Scope,
  { contentId, limit }: { contentId?: ContentId | undefined; limit: number },
): Promise<OwnLine[]> {
  const shared = sql`${ownLines.shared} = 1`;
  const where = contentId === undefined ? [shared] : [eq(ownLines.contentId, contentId), shared];
  return select(scope, ownLines, where, { orderBy: [desc(ownLines.updatedAt)], limit });
}

type OwnLineKey = { contentId: ContentId; senderId: SenderId; updatedAt: Instant };

/** Statement: keeps a sender's line for a post, and whether head office may see what they write. */
export function keepOwnLine(
  scope: Scope,
  { line, shown, shared, ...key }: OwnLineKey & Pick<OwnLine, "line" | "shown" | "shared">,
): Statement {
  const { updatedAt } = key;
  return upsert(
    scope,
    ownLines,
    { ...key, line, shown, shared, edits: [] },
    {
      target: [ownLines.contentId, ownLines.senderId],
      // Who takes the consent back takes back what was given with it.
      set: { line, shown, shared, updatedAt, ...(shared ? {} : { edits: [] }) },
    },
  );
}

/**
 * Statement: keeps what a sender changed, as long as they agree to show it. That they do is said by them alone, in their
 * kit, and never by a page that still stands open from before.
 */
export function keepOwnEdits(
  scope: Scope,
  { contentId, senderId, edits, updatedAt }: OwnLineKey & { edits: OwnEdit[] },
): Statement {
  const isShared = and(
    eq(ownLines.contentId, contentId),
    eq(ownLines.senderId, senderId),
    eq(ownLines.shared, true),
  );
  return update(scope, ownLines, { edits, updatedAt }, isShared);
}

/** Statement: forgets what was written for a content. */
export function deleteOwnLinesOf(scope: Scope, contentId: ContentId): Statement {
  return remove(scope, ownLines, eq(ownLines.contentId, contentId));
}

/** Statement: forgets what a sender wrote. */
export function deleteOwnLinesBy(scope: Scope, senderId: SenderId): Statement {
  return remove(scope, ownLines, eq(ownLines.senderId, senderId));
}
