import { listApiKeys as list } from "../../storage/workspaces.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { rfc3339, rfc3339OrNull, shownIn } from "../time.ts";

/** The workspace's keys by name and last four characters, revoked ones included. */
export function listApiKeys(caller: Caller, page: PageQuery) {
  requireScope(caller, "admin");
  const dayOf = shownIn(caller.workspace.timezone);
  return viewPage(list(caller.scope, page), (row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    hint: row.hint,
    createdAt: rfc3339(row.createdAt),
    expiresAt: rfc3339OrNull(row.expiresAt),
    lastUsedOn: row.lastUsedAt === null ? null : dayOf(row.lastUsedAt).slice(0, 10),
    revokedAt: rfc3339OrNull(row.revokedAt),
  }));
}
