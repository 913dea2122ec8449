import { eq, isNull, sql } from "drizzle-orm";
import type { MemberId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import type { Condition } from "./run.ts";
import { members } from "./schema.ts";
import { insert, type Scope, type Statement, selectOne, update } from "./scope.ts";

export type Member = typeof members.$inferSelect;

const working = isNull(members.endedAt);

/** Statement: adds somebody who works in the console. */
export function createMember(scope: Scope, row: Omit<Member, "workspaceId">): Statement {
  return insert(scope, members, row);
}

/** Somebody who still works in the console, or null. */
export function findMember(scope: Scope, id: MemberId): Promise<Member | null> {
  return selectOne(scope, members, eq(members.id, id), working);
}

export function listMembers(scope: Scope, page: PageQuery) {
  const place = (row: Member) => ({ at: row.createdAt, id: row.id });
  return selectPage(scope, members, { at: members.createdAt, id: members.id, place }, page, [
    working,
  ]);
}

/** Statement: a member's sign-in link is this one from now on. */
export function keepLink(
  scope: Scope,
  id: MemberId,
  link: { linkHash: string; linkUntil: Instant },
): Statement {
  return update(scope, members, link, eq(members.id, id));
}

/** The member's link is that one still: nobody has used it. */
export function linkUnused({ workspaceId }: Scope, id: MemberId, linkHash: string): Condition {
  return {
    name: "link-unused",
    holds: {
      sql: "EXISTS (SELECT 1 FROM members WHERE id = ? AND workspace_id = ? AND link_hash = ? AND ended_at IS NULL)",
      params: [id, workspaceId, linkHash],
    },
  };
}

/** Statement: uses up a member's sign-in link. */
export function useLink(scope: Scope, id: MemberId): Statement {
  return update(scope, members, { linkHash: null, linkUntil: null }, eq(members.id, id));
}

/** Statement: somebody works in the console no more; their sessions and their link end. */
export function endMember(scope: Scope, id: MemberId, now: Instant): Statement {
  const set = { endedAt: now, linkHash: null, linkUntil: null, epoch: sql`${members.epoch} + 1` };
  return update(scope, members, set, eq(members.id, id), working);
}
