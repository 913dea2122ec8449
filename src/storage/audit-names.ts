/** What those are called that the audit names by id: who acted, and to what. */
import { type Scope, selectSql } from "./scope.ts";

export type AuditName = {
  kind:
    | "sender"
    | "member"
    | "api-key"
    | "content"
    | "image"
    | "rule"
    | "link"
    | "contact"
    | "viewer";
  id: string;
  /** Of a link and a contact their sender's, of a picture its post's; a reader has none here. */
  name: string;
  /** The post of a picture, the sender of a contact. */
  place: string | null;
};

/** By id, also of those who left or were deleted; what is gone altogether is left out. */
export async function readAuditNames(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, AuditName>> {
  if (ids.length === 0) return new Map();
  // An id is in one table alone, so that a row of joins says which. D1 takes no UNION of so many.
  const rows = await selectSql<AuditName | { kind: null; id: string }>(
    scope,
    `SELECT CASE WHEN s.id IS NOT NULL THEN 'sender' WHEN m.id IS NOT NULL THEN 'member'
       WHEN k.id IS NOT NULL THEN 'api-key' WHEN c.id IS NOT NULL THEN 'content'
       WHEN i.id IS NOT NULL THEN 'image' WHEN r.id IS NOT NULL THEN 'rule'
       WHEN l.code IS NOT NULL THEN 'link' WHEN x.id IS NOT NULL THEN 'contact'
       WHEN v.id IS NOT NULL THEN 'viewer' END AS kind,
       j.value AS id,
       coalesce(s.name, m.name, k.name, c.title, ic.title, r.draft ->> 'tag', ls.name, xs.name, '') AS name,
       coalesce(i.content_id, x.sender_id) AS place
     FROM json_each(?2) j
     LEFT JOIN senders s ON s.id = j.value AND s.workspace_id = ?1
     LEFT JOIN members m ON m.id = j.value AND m.workspace_id = ?1
     LEFT JOIN api_keys k ON k.id = j.value AND k.workspace_id = ?1
     LEFT JOIN contents c ON c.id = j.value AND c.workspace_id = ?1
     LEFT JOIN images i ON i.id = j.value AND i.workspace_id = ?1
     LEFT JOIN contents ic ON ic.id = i.content_id
     LEFT JOIN tag_rules r ON r.id = j.value AND r.workspace_id = ?1
     LEFT JOIN links l ON l.code = j.value AND l.workspace_id = ?1
     LEFT JOIN senders ls ON ls.id = l.sender_id
     LEFT JOIN contacts x ON x.id = j.value AND x.workspace_id = ?1
     LEFT JOIN senders xs ON xs.id = x.sender_id
     LEFT JOIN viewers v ON v.id = j.value AND v.workspace_id = ?1`,
    JSON.stringify([...new Set(ids)]),
  );
  return new Map(rows.filter((row) => row.kind !== null).map((row) => [row.id, row]));
}
