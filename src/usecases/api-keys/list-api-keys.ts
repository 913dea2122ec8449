import { listApiKeys as list } from "../../storage/workspaces.ts";
import type { Caller } from "../context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";

/** The workspace's keys by name and last four characters, revoked ones included. */
export function listApiKeys(caller: Caller, page: PageQuery) {
  return viewPage(list(caller.scope, page), (row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    hint: row.hint,
    createdAt: rfc3339(row.createdAt),
    revokedAt: rfc3339OrNull(row.revokedAt),
  }));
}
