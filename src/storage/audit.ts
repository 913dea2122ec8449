/** Who did what to what, and when: ids alone, never a name. */
import { eq, gte, lt } from "drizzle-orm";
import { type Duration, earlier, type Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { audit } from "./schema.ts";
import { insert, type Scope, type Statement, writeSql } from "./scope.ts";

export type AuditRow = typeof audit.$inferSelect;
type NewAudit = Omit<AuditRow, "workspaceId" | "count"> & Partial<Pick<AuditRow, "count">>;

export type AuditFilter = {
  subject?: string | undefined;
  verb?: string | undefined;
  actorKind?: string | undefined;
  actorId?: string | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
};

/** Statement: notes an act. */
export function addAudit(scope: Scope, row: NewAudit): Statement {
  return insert(scope, audit, { count: null, ...row });
}

/** Statement: notes an act, unless the same one did the same to the same within a span before it. */
export function addAuditOnce(scope: Scope, row: NewAudit, within: Duration): Statement {
  return writeSql(
    scope,
    `INSERT INTO audit (workspace_id, at, id, actor_kind, actor_id, verb, subject, count)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (
       SELECT 1 FROM audit a WHERE a.workspace_id = ?1 AND a.at > ?9 AND a.actor_kind = ?4
         AND a.actor_id IS ?5 AND a.verb = ?6 AND a.subject = ?7 AND a.count >= ?8)`,
    ...[row.at, row.id, row.actorKind, row.actorId, row.verb, row.subject, row.count ?? null],
    earlier(row.at, within),
  );
}

/** The workspace's acts, the newest first. */
export function listAudit(scope: Scope, page: PageQuery, filter: AuditFilter = {}) {
  const { subject, verb, actorKind, actorId, since, until } = filter;
  const place = (row: AuditRow) => ({ at: row.at, id: row.id });
  return selectPage(scope, audit, { at: audit.at, id: audit.id, place }, page, [
    subject === undefined ? undefined : eq(audit.subject, subject),
    verb === undefined ? undefined : eq(audit.verb, verb),
    actorKind === undefined ? undefined : eq(audit.actorKind, actorKind),
    actorId === undefined ? undefined : eq(audit.actorId, actorId),
    since === undefined ? undefined : gte(audit.at, since),
    until === undefined ? undefined : lt(audit.at, until),
  ]);
}
