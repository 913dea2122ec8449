import type { LinkCode } from "../domain/ids.ts";
import type { LinkFacts } from "../tracking/harvest.ts";
import { readShard } from "./shard.ts";

/**
 * SQL: true of a link `l` that leads to what has been deleted: a content, or an outside address with its link. The name
 * of a content's own row is `c`, which is null of others.
 */
export const leadsToNothing =
  "(CASE WHEN l.content_id IS NULL THEN l.deleted_at ELSE c.deleted_at END IS NOT NULL)";

/** The facts of many links by one statement. */
export async function readLinkFacts(
  d1: D1Database,
  codes: Iterable<LinkCode>,
): Promise<Map<LinkCode, LinkFacts>> {
  const results = await readShard<LinkFacts>(
    d1,
    "queue",
    `SELECT l.code, l.workspace_id AS workspaceId, l.target, l.content_id AS contentId,
         coalesce(s.handed_to, s.id) AS senderId, l.channel, l.contact_id AS contactId
       FROM links l JOIN senders s ON s.id = l.sender_id
       WHERE l.code IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...codes]),
  );
  return new Map(results.map((row) => [row.code, row]));
}
