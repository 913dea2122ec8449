/**
 * What is held, table by table and column by column: for what, why it may be, how long, who sees it, how it
 * is handed out and how it goes. Export, erasure, retention and docs/privacy.md are made of it. A table or a
 * column without a line here does not compile.
 */
import { type Column, getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import * as insight from "./manifest/insight.ts";
import type { LineOf, Role, TableLine } from "./manifest/line.ts";
import * as machinery from "./manifest/machinery.ts";
import * as readers from "./manifest/readers.ts";
import * as work from "./manifest/work.ts";
import { isTime } from "./schema/columns.ts";
import * as schema from "./schema.ts";

type Tables = typeof schema;
type Manifest = { readonly [Name in keyof Tables]: LineOf<Tables[Name]> };

const lines: Manifest = { ...readers, ...insight, ...work, ...machinery };

/** What a column's numbers are, where its schema says more than that they are numbers. */
export type ColumnKind = "flag" | "time" | "plain";

/** A column as its table's line and its own role have it. */
export type ManifestColumn = { name: string; field: string; role: Role; kind: ColumnKind };
export type ManifestTable = Omit<TableLine, "columns"> & {
  name: string;
  /** The columns of its primary key. */
  key: readonly string[];
  columns: readonly ManifestColumn[];
};

const tables: Readonly<Record<keyof Tables, SQLiteTable>> = { ...schema };

const groups = [readers, insight, work, machinery];

/** What readers leave first, the machinery last; by their names within that. */
const order = groups.flatMap((group) => Object.keys(group).toSorted()) as (keyof Tables)[];

/** All tables. */
export const manifest: readonly ManifestTable[] = order.map((name) => {
  const line = lines[name];
  const table = tables[name];
  const names = getTableColumns(table);
  const roles: Readonly<Record<string, Role>> = line.columns;
  return {
    ...line,
    name: getTableName(table),
    key: keyOf(table),
    columns: Object.entries(names).map(([field, column]) => ({
      name: column.name,
      field,
      role: roles[field] ?? "inner",
      kind: kindOf(column),
    })),
  };
});

function kindOf(column: Column): ColumnKind {
  if (column.dataType === "boolean") return "flag";
  return isTime(column) ? "time" : "plain";
}

function keyOf(table: SQLiteTable): string[] {
  const { primaryKeys, columns } = getTableConfig(table);
  const [several] = primaryKeys;
  const parts = several?.columns ?? columns.filter(({ primary }) => primary);
  return parts.map(({ name }) => name);
}

/** The names of a table's columns that have a role. */
export function columnsOf(table: ManifestTable, ...roles: readonly Role[]): string[] {
  return table.columns.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
}

/** What is handed out to a person who asks: the tables in which something can be theirs, with the columns that say it. */
export const handedOut: readonly {
  table: ManifestTable;
  name: string;
  columns: readonly ManifestColumn[];
}[] = manifest
  .filter(({ exports }) => exports)
  .map((table) => ({
    table,
    name: table.name,
    columns: table.columns.filter(
      ({ role }) => role !== "inner" && role !== "mentions" && role !== "list",
    ),
  }));
