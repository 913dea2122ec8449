/** Who was shown which people: ids alone, never a name. */
import { eq, gte, lt, or, sql } from "drizzle-orm";
import type { Instant } from "../domain/units.ts";
import type { AuditFilter } from "./audit.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { looks } from "./schema.ts";
import { type Scope, type Statement, writeSql } from "./scope.ts";

export type LookRow = typeof looks.$inferSelect;

/**
 * Statement: notes whom of some people somebody was shown at a place and had not been shown there since a time; nothing
 * where that is nobody. Whoever is no more, since they were erased in that moment, is left out.
 */
export function addLook(
  scope: Scope,
  { people, ...row }: Omit<LookRow, "workspaceId">,
  since: Instant,
): Statement {
  return writeSql(
    scope,
    `INSERT INTO looks (workspace_id, at, id, actor_kind, actor_id, verb, subject, people)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, json_group_array(j.value) FROM json_each(?8) j
     WHERE (EXISTS (SELECT 1 FROM viewers v WHERE v.id = j.value)
         OR EXISTS (SELECT 1 FROM contacts c WHERE c.id = j.value))
       AND j.value NOT IN (SELECT p.value FROM looks l, json_each(l.people) p
         WHERE l.workspace_id = ?1 AND l.actor_id = ?5 AND l.verb = ?6 AND l.subject = ?7 AND l.at >= ?9)
     HAVING count(*) > 0`,
    ...[row.at, row.id, row.actorKind, row.actorId, row.verb, row.subject],
    JSON.stringify([...new Set(people)]),
    since,
  );
}

/** The workspace's looks, the newest first; those at somebody by whom they were shown, too. */
export function listLooks(scope: Scope, page: PageQuery, filter: AuditFilter = {}) {
  const { subject, verb, actorKind, actorId, since, until } = filter;
  const place = (row: LookRow) => ({ at: row.at, id: row.id });
  return selectPage(scope, looks, { at: looks.at, id: looks.id, place }, page, [
    subject === undefined ? undefined : or(eq(looks.subject, subject), shows(subject)),
    verb === undefined ? undefined : eq(looks.verb, verb),
    actorKind === undefined ? undefined : eq(looks.actorKind, actorKind),
    actorId === undefined ? undefined : eq(looks.actorId, actorId),
    since === undefined ? undefined : gte(looks.at, since),
    until === undefined ? undefined : lt(looks.at, until),
  ]);
}

const shows = (id: string) => sql`instr(${looks.people}, ${JSON.stringify(id)}) > 0`;

/** Most rows that one turn of the clock deletes. */
const atOnce = 5000;

/** Statement: deletes looks from before a time, by the key that begins with their workspace. */
export function expireLooks(before: Instant): Statement {
  return {
    sql: `DELETE FROM looks WHERE (workspace_id, at, id) IN (
      SELECT l.workspace_id, l.at, l.id FROM workspaces w
      CROSS JOIN looks l ON l.workspace_id = w.id AND l.at < ? LIMIT ?)`,
    params: [before, atOnce],
  };
}
