/**
 * A scope is one workspace in its shard. Reads of a tenant's rows go through the functions here, which
 * put the workspace into the statement themselves: no query has to remember to, and none can be
 * written by hand, since a scope lets nobody at its database. Writes are statements that have not
 * happened yet; only the use cases' kernel runs them (run.ts).
 */

import { and, eq, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import { type Shard, shardOf, type WorkspaceId } from "../domain/ids.ts";

/** A write that has not happened: its text and what is bound to it. */
export type Statement = { readonly sql: string; readonly params: readonly unknown[] };

export type TenantTable = SQLiteTable & { workspaceId: SQLiteColumn };
/** Values, or what the database is to work out. */
type OrSql<Row> = { [Column in keyof Row]: Row[Column] | SQL };
type NewRow<T extends TenantTable> = OrSql<Omit<T["$inferInsert"], "workspaceId">>;
type Changes<T extends TenantTable> = Partial<NewRow<T>>;

/** The D1 databases by shard letter. */
export type Shards = ReadonlyMap<Shard, D1Database>;

let d1Of: (scope: Scope) => D1Database;
let dbOf: (scope: Scope) => DrizzleD1Database;

export class Scope {
  readonly workspaceId: WorkspaceId;
  readonly shard: Shard;
  readonly #d1: D1Database;
  readonly #db: DrizzleD1Database;

  constructor(workspaceId: WorkspaceId, shard: Shard, d1: D1Database) {
    this.workspaceId = workspaceId;
    this.shard = shard;
    this.#d1 = d1;
    this.#db = drizzle(d1);
  }

  static {
    d1Of = (scope) => scope.#d1;
    dbOf = (scope) => scope.#db;
  }
}

/** Opens the scope of a workspace; throws where its shard is not bound to this deployment. */
export function openScope(shards: Shards, workspaceId: WorkspaceId): Scope {
  const shard = shardOf(workspaceId);
  const d1 = shards.get(shard);
  if (!d1) throw new Error(`No database is bound for shard "${shard}"`);
  return new Scope(workspaceId, shard, d1);
}

/** The condition that keeps a statement inside the scope, and the caller's own conditions. */
export function within(scope: Scope, table: TenantTable, ...conditions: (SQL | undefined)[]): SQL {
  return and(eq(table.workspaceId, scope.workspaceId), ...conditions) as SQL;
}

/** Some of a table's columns; the others of its rows are then absent, which the caller's type must say. */
export type SelectedColumns = Record<string, SQLiteColumn>;

type Query = BatchItem<"sqlite"> & PromiseLike<unknown[]>;
type Waiting = { query: Query; resolve: (rows: never[]) => void; reject: (error: unknown) => void };

const waiting = new WeakMap<Scope, Waiting[]>();

/**
 * Asks a query's rows. Queries that are asked at once (in one turn of the event loop's microtasks, as by
 * `Promise.all`) travel to the database together: it answers one after the other anyhow, and a trip costs
 * more than most queries.
 */
function ask<Row>(scope: Scope, query: Query): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const others = waiting.get(scope);
    const asked = { query, resolve, reject };
    if (others) {
      others.push(asked);
      return;
    }
    waiting.set(scope, [asked]);
    queueMicrotask(() => void answerWaiting(scope));
  });
}

async function answerWaiting(scope: Scope): Promise<void> {
  const asked = waiting.get(scope) ?? [];
  waiting.delete(scope);
  try {
    const [first, ...others] = asked.map(({ query }) => query);
    if (!first) return;
    const answers =
      // biome-ignore lint/plugin: reads that travel together; nothing is written here
      others.length === 0 ? [await first] : await dbOf(scope).batch([first, ...others]);
    for (const [at, { resolve }] of asked.entries()) resolve(answers[at] as never[]);
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}

/** How rows are selected. */
export type Selecting = {
  orderBy?: SQL[];
  limit?: number;
  columns?: SelectedColumns;
  /**
   * The conditions name the rows themselves: whose they are is asked of those alone. SQLite, which counts nothing
   * beforehand, would rather go through all rows of the workspace.
   */
  byName?: true;
};

/** Rows of the scope that meet the conditions, in the given order. */
export async function select<T extends TenantTable>(
  scope: Scope,
  table: T,
  conditions: (SQL | undefined)[],
  options: Selecting = {},
): Promise<T["$inferSelect"][]> {
  const { columns } = options;
  const inScope = options.byName
    ? and(sql`+${table.workspaceId} = ${scope.workspaceId}`, ...conditions)
    : within(scope, table, ...conditions);
  const query = (columns ? dbOf(scope).select(columns) : dbOf(scope).select())
    .from(table as SQLiteTable)
    .where(inScope)
    .orderBy(...(options.orderBy ?? []));
  return ask<T["$inferSelect"]>(
    scope,
    options.limit === undefined ? query : query.limit(options.limit),
  );
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

/** Condition: a column holds one of the values, however many these are. */
export const isIn = (column: SQLiteColumn, values: readonly (string | number)[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** Rows of the scope whose column, which has an index of its own, holds one of the values. */
export function selectIn<T extends TenantTable>(
  scope: Scope,
  table: T,
  column: SQLiteColumn,
  values: readonly string[],
  ...conditions: (SQL | undefined)[]
): Promise<T["$inferSelect"][]> {
  if (values.length === 0) return Promise.resolve([]);
  return select(scope, table, [isIn(column, values), ...conditions], { byName: true });
}

type Fields = Record<string, SQLiteColumn | SQL>;
type ValueOf<F> = F extends SQLiteColumn
  ? F["_"]["notNull"] extends true
    ? F["_"]["data"]
    : F["_"]["data"] | null
  : F extends SQL<infer Value>
    ? Value
    : never;

/** What a query of some fields asks for besides them. */
export type Asked = {
  where?: (SQL | undefined)[];
  /** Other tables, each with what joins it to the first. */
  join?: [table: SQLiteTable, on: SQL | undefined][];
  groupBy?: (SQLiteColumn | SQL)[];
  orderBy?: (SQLiteColumn | SQL)[];
  limit?: number;
  offset?: number;
};

/** Some fields, counts or sums over the scope's rows of a table, joined to others. */
export async function selectFields<F extends Fields>(
  scope: Scope,
  table: TenantTable,
  fields: F,
  { where = [], join = [], groupBy = [], orderBy = [], limit, offset }: Asked = {},
): Promise<{ [Name in keyof F]: ValueOf<F[Name]> }[]> {
  const query = dbOf(scope)
    .select(fields)
    .from(table as SQLiteTable)
    .$dynamic();
  for (const [other, on] of join) query.innerJoin(other, on);
  query.where(within(scope, table, ...where));
  if (groupBy.length > 0) query.groupBy(...groupBy);
  if (orderBy.length > 0) query.orderBy(...orderBy);
  if (limit !== undefined) query.limit(limit);
  if (offset !== undefined) query.offset(offset);
  return ask<{ [Name in keyof F]: ValueOf<F[Name]> }>(scope, query);
}

/** SQL that keeps itself inside a workspace: its first parameter. The compiler refuses any other. */
type ConfinedSql = `${string}workspace_id = ?1${string}`;
type ConfinedInsert = `INSERT INTO ${string} (workspace_id, ${string}SELECT ?1, ${string}`;

/** Rows of a hand-written query. The workspace is bound as ?1, the parameters from ?2 on. */
export async function selectSql<Row>(
  scope: Scope,
  text: ConfinedSql,
  ...params: unknown[]
): Promise<Row[]> {
  const { results } = await d1Of(scope)
    .prepare(text)
    .bind(scope.workspaceId, ...params)
    .all<Row>();
  return results;
}

/** Statement: what a hand-written, confined text does. The workspace is bound as ?1. */
export function writeSql(
  scope: Scope,
  text: ConfinedSql | ConfinedInsert,
  ...params: unknown[]
): Statement {
  return { sql: text, params: [scope.workspaceId, ...params] };
}

/** The text and parameters of a query that is built but not sent. */
function sealed(query: { toSQL(): { sql: string; params: unknown[] } }): Statement {
  const { sql: text, params } = query.toSQL();
  return { sql: text, params };
}

/** Statement: inserts a row into the scope. */
export function insert<T extends TenantTable>(scope: Scope, table: T, row: NewRow<T>): Statement {
  return sealed(inserting(scope, table, row));
}

/** Statement: the same; where its key exists already, changes that row. */
export function upsert<T extends TenantTable>(
  scope: Scope,
  table: T,
  row: NewRow<T>,
  conflict: { target: SQLiteColumn[]; set: Changes<T> },
): Statement {
  const { target, set } = conflict;
  const query = inserting(scope, table, row);
  return sealed(
    query.onConflictDoUpdate({ target, set: set as SQLiteUpdateSetSource<TenantTable> }),
  );
}

function inserting<T extends TenantTable>(scope: Scope, table: T, row: NewRow<T>) {
  return dbOf(scope)
    .insert(table as TenantTable)
    .values({ ...row, workspaceId: scope.workspaceId } as TenantTable["$inferInsert"]);
}

/** Statement: changes the rows of the scope that meet the conditions; does nothing where nothing is set. */
export function update<T extends TenantTable>(
  scope: Scope,
  table: T,
  set: Changes<T>,
  ...conditions: (SQL | undefined)[]
): Statement {
  if (Object.keys(set).length === 0) return { sql: "SELECT 1", params: [] };
  const query = dbOf(scope)
    .update(table as TenantTable)
    .set(set as SQLiteUpdateSetSource<TenantTable>)
    .where(within(scope, table, ...conditions));
  return sealed(query);
}

/** Statement: deletes the rows of the scope that meet the conditions. */
export function remove(
  scope: Scope,
  table: TenantTable,
  ...conditions: (SQL | undefined)[]
): Statement {
  return sealed(
    dbOf(scope)
      .delete(table)
      .where(within(scope, table, ...conditions)),
  );
}

/** The database that statements of a scope run on: for run.ts alone. */
export function databaseOf(scope: Scope): D1Database {
  return d1Of(scope);
}
