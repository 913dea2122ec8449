/** Who did what to what, and when: ids alone, never a name. */
import { eq, gte, lt } from "drizzle-orm";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { audit } from "./schema.ts";
import { insert, type Scope, type Statement } from "./scope.ts";

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
