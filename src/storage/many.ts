/** Writes of many rows by one statement each: the rows travel as one JSON parameter. */
import { getTableColumns, getTableName } from "drizzle-orm";
import { type Scope, type Statement, type TenantTable, writeSql } from "./scope.ts";

/** Rows as the database holds their fields, by the fields' names. */
function inColumns(table: TenantTable, rows: readonly object[]): string {
  const columns = getTableColumns(table) as Record<
    string,
    { mapToDriverValue(v: unknown): unknown }
  >;
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([field, value]) => [
          field,
          value === null ? null : columns[field]?.mapToDriverValue(value),
        ]),
      ),
    ),
  );
}

const nameOf = (table: TenantTable, field: string) =>
  (getTableColumns(table) as Record<string, { name: string }>)[field]?.name ?? "";

/** Statement: inserts rows into the scope. All have the fields of the first. */
export function insertMany<T extends TenantTable>(
  scope: Scope,
  table: T,
  rows: readonly T["$inferInsert"][],
): Statement {
  const fields = Object.keys(rows[0] ?? {}).filter((field) => field !== "workspaceId");
  const columns = fields.map((field) => nameOf(table, field));
  const name = getTableName(table);
  return writeSql(
    scope,
    `INSERT INTO ${name} (workspace_id, ${columns.join(", ")})
     SELECT ?1, ${fields.map((field) => `j.value ->> '${field}'`).join(", ")} FROM json_each(?2) AS j`,
    inColumns(table, rows),
  );
}

/** Statement: changes rows of the scope, each by its id and in the fields that it names. */
export function updateMany<T extends TenantTable>(
  scope: Scope,
  table: T,
  changes: readonly (Partial<T["$inferInsert"]> & { id: string })[],
): Statement {
  const name = getTableName(table);
  const fields = new Set(changes.flatMap((change) => Object.keys(change)));
  const sets = [...fields].map((field) => {
    const column = nameOf(table, field);
    return `${column} = CASE WHEN json_type(j.value, '$.${field}') IS NULL THEN ${name}.${column}
      ELSE j.value ->> '${field}' END`;
  });
  return writeSql(
    scope,
    `UPDATE ${name} SET ${sets.join(", ")} FROM json_each(?2) AS j
     WHERE ${name}.id = j.value ->> 'id' AND ${name}.workspace_id = ?1`,
    inColumns(table, changes),
  );
}
