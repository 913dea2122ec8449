import { eq, isNull, sql } from "drizzle-orm";
import type { SenderId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { senders } from "./schema.ts";
import { insert, type Scope, type Statement, select, selectOne, update, within } from "./scope.ts";

export type Sender = typeof senders.$inferSelect;

const alive = isNull(senders.deletedAt);

/** The seat the workspace's next sender gets. Seats are never given twice, so deleted rows count. */
export async function nextSeat(scope: Scope): Promise<number> {
  const row = await scope.db
    .select({ seat: sql<number>`coalesce(max(${senders.seat}), 0) + 1` })
    .from(senders)
    .where(within(scope, senders))
    .get();
  return row?.seat ?? 1;
}

/** Statement: adds a sender. Fails as a unique violation where its seat or external id is taken. */
export function createSender(scope: Scope, row: Sender): Statement {
  return insert(scope, senders, row);
}

export function findSender(scope: Scope, id: SenderId): Promise<Sender | null> {
  return selectOne(scope, senders, eq(senders.id, id), alive);
}

export function findSenderByExternalId(scope: Scope, externalId: string): Promise<Sender | null> {
  return selectOne(scope, senders, eq(senders.externalId, externalId), alive);
}

/** Senders of the scope by external id, for a bulk call of any size. */
export async function findSendersByExternalIds(
  scope: Scope,
  externalIds: string[],
): Promise<Map<string, Sender>> {
  const wanted = sql`${senders.externalId} IN (SELECT value FROM json_each(${JSON.stringify(externalIds)}))`;
  const rows = await select(scope, senders, [wanted, alive]);
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
  return update(
    scope,
    senders,
    { kitEpoch: sql`${senders.kitEpoch} + 1` } as never,
    eq(senders.id, id),
  );
}

/** Deletes a sender: the row stays for the history that names it, its kit and keys end. */
export async function deleteSender(scope: Scope, id: SenderId, now: Instant): Promise<void> {
  await update(
    scope,
    senders,
    { deletedAt: now, kitEpoch: sql`${senders.kitEpoch} + 1` } as never,
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

/** How many senders each team has; senders without a team count under null. */
export async function teamSizes(scope: Scope): Promise<{ team: string | null; size: number }[]> {
  return await scope.db
    .select({ team: senders.team, size: sql<number>`count(*)` })
    .from(senders)
    .where(within(scope, senders, alive))
    .groupBy(senders.team)
    .orderBy(senders.team);
}
