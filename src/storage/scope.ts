/**
 * A scope is one workspace in its shard. Every read and write of a tenant's rows goes through the
 * functions here, which put the workspace into the statement themselves: no query has to remember to.
 */

import { and, eq, type SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import { type Shard, shardOf, type WorkspaceId } from "../domain/ids.ts";

export type Statement = BatchItem<"sqlite">;
export type TenantTable = SQLiteTable & { workspaceId: SQLiteColumn };
type NewRow<T extends TenantTable> = Omit<T["$inferInsert"], "workspaceId">;

/** The D1 databases by shard letter. */
export type Shards = ReadonlyMap<Shard, D1Database>;

/** What makes a creating call happen once: the client's key and a hash of the request. */
export type Once = { key: string; requestHash: string };

export interface Scope {
  readonly workspaceId: WorkspaceId;
  readonly shard: Shard;
  readonly d1: D1Database;
  readonly db: DrizzleD1Database;
  readonly once: Once | null;
}

/** Opens the scope of a workspace; throws where its shard is not bound to this deployment. */
export function openScope(shards: Shards, workspaceId: WorkspaceId, once: Once | null): Scope {
  const shard = shardOf(workspaceId);
  const d1 = shards.get(shard);
  if (!d1) throw new Error(`No database is bound for shard "${shard}"`);
  return { workspaceId, shard, d1, db: drizzle(d1), once };
}

/** The condition that keeps a statement inside the scope, and the caller's own conditions. */
export function within(scope: Scope, table: TenantTable, ...conditions: (SQL | undefined)[]): SQL {
  return and(eq(table.workspaceId, scope.workspaceId), ...conditions) as SQL;
}

/** Rows of the scope that meet the conditions, in the given order. */
export async function select<T extends TenantTable>(
  scope: Scope,
  table: T,
  conditions: (SQL | undefined)[],
  options: { orderBy?: SQL[]; limit?: number } = {},
): Promise<T["$inferSelect"][]> {
  const query = scope.db
    .select()
    .from(table as SQLiteTable)
    .where(within(scope, table, ...conditions))
    .orderBy(...(options.orderBy ?? []));
  return options.limit === undefined ? await query : await query.limit(options.limit);
}

/** The first row of the scope that meets the conditions, or null. */
export async function selectOne<T extends TenantTable>(
  scope: Scope,
  table: T,
  ...conditions: (SQL | undefined)[]
): Promise<T["$inferSelect"] | null> {
  const [row] = await select(scope, table, conditions, { limit: 1 });
  return row ?? null;
}

/** A statement that inserts a row into the scope. */
export function insert<T extends TenantTable>(scope: Scope, table: T, row: NewRow<T>) {
  return scope.db
    .insert(table as TenantTable)
    .values({ ...row, workspaceId: scope.workspaceId } as TenantTable["$inferInsert"]);
}

/** A statement that changes the rows of the scope that meet the conditions. */
export function update<T extends TenantTable>(
  scope: Scope,
  table: T,
  set: Partial<NewRow<T>> | SQLiteUpdateSetSource<T>,
  ...conditions: (SQL | undefined)[]
) {
  return scope.db
    .update(table as TenantTable)
    .set(set as SQLiteUpdateSetSource<TenantTable>)
    .where(within(scope, table, ...conditions));
}

/** A statement that deletes the rows of the scope that meet the conditions. */
export function remove(scope: Scope, table: TenantTable, ...conditions: (SQL | undefined)[]) {
  return scope.db.delete(table).where(within(scope, table, ...conditions));
}

/** Runs statements as one transaction. */
export async function batch(scope: Scope, statements: Statement[]): Promise<void> {
  const [first, ...rest] = statements;
  if (first) await scope.db.batch([first, ...rest]);
}

/** True where D1 refused a statement because a unique index already holds its key. */
export function isUniqueViolation(error: unknown): boolean {
  const seen = error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : "";
  return seen.includes("UNIQUE constraint failed");
}
