import { eq, isNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { SenderId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { insertMany, updateMany } from "./many.ts";
import { type PageQuery, selectPage } from "./page.ts";
import type { Condition } from "./run.ts";
import { senders, workspaces } from "./schema.ts";
import {
  insert,
  isIn,
  type Scope,
  type Statement,
  select,
  selectFields,
  selectIn,
  selectOne,
  update,
} from "./scope.ts";

export type Sender = typeof senders.$inferSelect;

const alive = isNull(senders.deletedAt);

/**
 * Statement: takes the workspace's next seats and returns the last of them as `lastSeat`. A seat is never
 * given twice, to a call that fails afterwards no more than to a sender who leaves.
 */
export function takeSeats(scope: Scope, count: number): Statement {
  const lastSeat = sql`${workspaces.lastSeat} + ${count}`;
  const { sql: text, params } = update(scope, workspaces, { lastSeat });
  return { sql: `${text} RETURNING last_seat AS lastSeat`, params };
}

/** Statement: adds a sender. Fails as a unique violation where the seat or external id is taken. */
export function createSender(scope: Scope, row: Sender): Statement {
  return insert(scope, senders, row);
}

/** Statement: adds senders, as `createSender` does one. */
export function createSenders(scope: Scope, rows: readonly Sender[]): Statement {
  return insertMany(scope, senders, rows);
}

/** Statement: changes senders, each in the fields that it names. */
export function updateSenders(
  scope: Scope,
  changes: readonly (Pick<Sender, "id"> & Partial<Sender>)[],
): Statement {
  return updateMany(scope, senders, changes);
}

export function findSender(scope: Scope, id: SenderId): Promise<Sender | null> {
  return selectOne(scope, senders, eq(senders.id, id), alive);
}

/** Condition: none of some senders has left since they were read. */
export function sendersThere({ workspaceId }: Scope, ids: readonly SenderId[]): Condition {
  return {
    name: "senders-there",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM json_each(?) j LEFT JOIN senders s ON s.id = j.value AND s.workspace_id = ?
        WHERE s.id IS NULL OR s.deleted_at IS NOT NULL)`,
      params: [JSON.stringify(ids), workspaceId],
    },
  };
}

/** True of rows whose sender is of a team, also of who has left it by leaving. */
export function isOfTeam({ workspaceId }: Scope, senderId: SQLiteColumn, team: string): SQL {
  return sql`${senderId} IN (SELECT s.id FROM senders s WHERE s.workspace_id = ${workspaceId} AND s.team = ${team})`;
}

/** A sender by id, also one who has left. */
export function findSenderEver(scope: Scope, id: SenderId): Promise<Sender | null> {
  return selectOne(scope, senders, eq(senders.id, id));
}

/** Statements: who leaves, and whoever handed over to them before, is stood for by another. */
export function handOverSender(scope: Scope, id: SenderId, to: SenderId): Statement[] {
  return [
    update(scope, senders, { handedTo: to }, eq(senders.id, id)),
    update(scope, senders, { handedTo: to }, eq(senders.handedTo, id)),
  ];
}

export function findSenderByExternalId(scope: Scope, externalId: string): Promise<Sender | null> {
  return selectOne(scope, senders, eq(senders.externalId, externalId), alive);
}

/** Senders of the scope by id; one that is not there is left out. */
export function findSenders(scope: Scope, ids: readonly SenderId[]): Promise<Sender[]> {
  return selectIn(scope, senders, senders.id, ids, alive);
}

/** The same, with those who have left: what was shared under a name is told as theirs. */
export function findSendersEver(scope: Scope, ids: readonly SenderId[]): Promise<Sender[]> {
  return selectIn(scope, senders, senders.id, [...new Set(ids)]);
}

/** Senders of the scope by external id, for a bulk call of any size. */
export async function findSendersByExternalIds(
  scope: Scope,
  externalIds: string[],
): Promise<Map<string, Sender>> {
  // Of a workspace's own index, which names both: here the workspace leads to the rows.
  const rows = await select(scope, senders, [isIn(senders.externalId, externalIds), alive]);
  return new Map(rows.map((row) => [row.externalId ?? "", row]));
}

/** Statement: changes a sender. */
export function updateSender(
  scope: Scope,
  id: SenderId,
  set: Partial<Omit<Sender, "id" | "workspaceId">>,
): Statement {
  return update(scope, senders, set, eq(senders.id, id));
}

/** Statement: ends every kit address and session handed out so far. */
export function endKits(scope: Scope, id: SenderId): Statement {
  return update(scope, senders, { kitEpoch: sql`${senders.kitEpoch} + 1` }, eq(senders.id, id));
}

/** Statement: deletes a sender. The row stays for the history that names it, the kit ends. */
export function deleteSender(scope: Scope, id: SenderId, now: Instant): Statement {
  return update(
    scope,
    senders,
    {
      deletedAt: now,
      portraitKey: null,
      wechatQrKey: null,
      kitEpoch: sql`${senders.kitEpoch} + 1`,
    },
    eq(senders.id, id),
  );
}

export function listSenders(scope: Scope, page: PageQuery, team?: string) {
  return selectPage(
    scope,
    senders,
    { at: senders.seat, id: senders.id, place: (row) => ({ at: row.seat, id: row.id }) },
    page,
    [alive, team === undefined ? undefined : eq(senders.team, team)],
  );
}

/** Every sender there is, by seat, with their team. */
export function listSenderTeams(scope: Scope): Promise<{ id: SenderId; team: string | null }[]> {
  const fields = { id: senders.id, team: senders.team };
  return selectFields(scope, senders, fields, { where: [alive], orderBy: [senders.seat] });
}

/** What of every sender there is can be on a picture. */
export function listSenderWords(
  scope: Scope,
): Promise<Pick<Sender, "id" | "name" | "title" | "phone" | "team" | "portraitKey">[]> {
  const { id, name, title, phone, team, portraitKey } = senders;
  const fields = { id, name, title, phone, team, portraitKey };
  return selectFields(scope, senders, fields, { where: [alive], orderBy: [senders.seat] });
}

/** How many senders each team has; senders without a team count under null. */
export function teamSizes(scope: Scope): Promise<{ team: string | null; size: number }[]> {
  return selectFields(
    scope,
    senders,
    { team: senders.team, size: sql<number>`count(*)` },
    { where: [alive], groupBy: [senders.team], orderBy: [senders.team] },
  );
}
