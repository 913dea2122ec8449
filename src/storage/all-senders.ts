import type { SenderId } from "../domain/ids.ts";
import { type Scope, selectSql } from "./scope.ts";

/** All senders of a workspace who are there, with their teams. */
export function listAllSenders(
  scope: Scope,
): Promise<{ id: SenderId; name: string; team: string | null }[]> {
  return selectSql(
    scope,
    "SELECT id, name, team FROM senders WHERE workspace_id = ?1 AND deleted_at IS NULL ORDER BY id",
  );
}
