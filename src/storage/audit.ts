/** Who did what to what, and when: ids alone, never a name. */
import { type PageQuery, selectPage } from "./page.ts";
import { audit } from "./schema.ts";
import { insert, type Scope, type Statement } from "./scope.ts";

export type AuditRow = typeof audit.$inferSelect;

/** Statement: notes an act. */
export function addAudit(scope: Scope, row: Omit<AuditRow, "workspaceId">): Statement {
  return insert(scope, audit, row);
}

/** The workspace's acts, the newest first. */
export function listAudit(scope: Scope, page: PageQuery) {
  const place = (row: AuditRow) => ({ at: row.at, id: row.id });
  return selectPage(scope, audit, { at: audit.at, id: audit.id, place }, page);
}
