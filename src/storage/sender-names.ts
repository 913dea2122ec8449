import { type Scope, selectSql } from "./scope.ts";

/** Names of senders by id, those who left among them. */
export async function listSenderNames(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSql<{ id: string; name: string }>(
    scope,
    `SELECT s.id, s.name FROM json_each(?2) j CROSS JOIN senders s ON s.id = j.value WHERE s.workspace_id = ?1`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
