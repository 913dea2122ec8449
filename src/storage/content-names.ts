/** What contents and their sections are called. */
import { type Scope, selectSql } from "./scope.ts";

/**
 * Titles by content. One that was deleted has none: nothing is advised about it. History asks for all of them,
 * since who read it may see what it was.
 */
export async function readTitles(
  scope: Scope,
  ids: readonly string[],
  which: "standing" | "all" = "standing",
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSql<{ id: string; title: string }>(
    scope,
    `SELECT c.id, c.title FROM json_each(?2) j CROSS JOIN contents c ON c.id = j.value
     WHERE c.workspace_id = ?1 AND (?3 OR c.deleted_at IS NULL)`,
    JSON.stringify([...new Set(ids)]),
    which === "all" ? 1 : 0,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Headings by "CONTENT SECTION", as the newest version that has the section calls it. */
export async function readHeadings(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSql<{ contentId: string; id: string; heading: string }>(
    scope,
    `SELECT v.content_id AS contentId, s.value ->> 'id' AS id, s.value ->> 'heading' AS heading
     FROM json_each(?2) j CROSS JOIN versions v ON v.content_id = j.value, json_each(v.sections) s
     WHERE v.workspace_id = ?1 ORDER BY v.content_id, v.version`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ contentId, id, heading }) => [`${contentId} ${id}`, heading]));
}
