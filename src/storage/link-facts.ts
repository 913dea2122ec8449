import type { LinkCode } from "../domain/ids.ts";
import type { LinkFacts } from "../tracking/harvest.ts";

/** The facts of many links by one statement. */
export async function readLinkFacts(
  d1: D1Database,
  codes: Iterable<LinkCode>,
): Promise<Map<LinkCode, LinkFacts>> {
  const { results } = await d1
    .prepare(
      `SELECT code, workspace_id AS workspaceId, target, content_id AS contentId,
         sender_id AS senderId, channel, contact_id AS contactId
       FROM links WHERE code IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify([...codes]))
    .all<LinkFacts>();
  return new Map(results.map((row) => [row.code, row]));
}
