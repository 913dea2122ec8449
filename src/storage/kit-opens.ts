/** When senders had contents open in their kits. */
import type { ContentId, SenderId } from "../domain/ids.ts";
import { type Instant, minute, times } from "../domain/units.ts";
import { type Scope, type Statement, selectSql, writeSql } from "./scope.ts";

/** What comes sooner after the last time is the same look: a reload, a way back from the chat. */
const sameLook = times(30, minute);

/** Statement: a sender has a content open; nothing where there is no such content. */
export function recordKitOpen(
  scope: Scope,
  { senderId, contentId, at }: { senderId: SenderId; contentId: ContentId; at: Instant },
): Statement {
  return writeSql(
    scope,
    `INSERT INTO kit_opens (workspace_id, sender_id, content_id, first_at, last_at, times)
     SELECT ?1, ?2, c.id, ?4, ?4, 1 FROM contents c
     WHERE c.id = ?3 AND c.workspace_id = ?1 AND c.deleted_at IS NULL
     ON CONFLICT (sender_id, content_id) DO UPDATE SET times = times + 1, last_at = excluded.last_at
     WHERE excluded.last_at - kit_opens.last_at >= ${sameLook}`,
    senderId,
    contentId,
    at,
  );
}

type KitOpen = { firstAt: Instant; lastAt: Instant; times: number };

/** Who had a content open. */
export function opensOfContent(
  scope: Scope,
  contentId: ContentId,
): Promise<(KitOpen & { senderId: SenderId })[]> {
  return selectSql(
    scope,
    `SELECT sender_id AS senderId, first_at AS firstAt, last_at AS lastAt, times
     FROM kit_opens INDEXED BY kit_opens_by_content WHERE content_id = ?2 AND workspace_id = ?1`,
    contentId,
  );
}

/** What a sender had open. */
export function opensOfSender(
  scope: Scope,
  senderId: SenderId,
): Promise<(KitOpen & { contentId: ContentId })[]> {
  return selectSql(
    scope,
    `SELECT content_id AS contentId, first_at AS firstAt, last_at AS lastAt, times
     FROM kit_opens WHERE sender_id = ?2 AND workspace_id = ?1`,
    senderId,
  );
}

/** What a sender copied of each content: the newest copy of any version. */
export function copiesOfSender(
  scope: Scope,
  senderId: SenderId,
): Promise<{ contentId: ContentId; version: number; edited: number; copiedAt: Instant }[]> {
  return selectSql(
    scope,
    `SELECT content_id AS contentId, version, edited, max(copied_at) AS copiedAt
     FROM copies INDEXED BY copies_by_sender WHERE sender_id = ?2 AND workspace_id = ?1 GROUP BY content_id`,
    senderId,
  );
}
