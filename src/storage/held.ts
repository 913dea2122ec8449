/**
 * What is held of a person, found by the manifest: by the columns that name a viewer, a visit or a contact. The
 * same columns decide what is handed out and what is erased, so that neither forgets a table.
 */
import type { ContactId, ViewerId, VisitId } from "../domain/ids.ts";
import type { VisitKey } from "../domain/visit.ts";
import { columnsOf, handedOut, type ManifestTable, manifest } from "./manifest.ts";
import { type Scope, type Statement, selectSql, writeSql } from "./scope.ts";
import { readShard } from "./shard.ts";

/** A person by all ids that lead to them. */
export type Person = {
  viewers: readonly ViewerId[];
  visits: readonly VisitId[];
  contacts: readonly ContactId[];
};

/** The keys of all visits of some viewers. */
export function visitsOfViewers(scope: Scope, viewers: readonly ViewerId[]): Promise<VisitKey[]> {
  return selectSql<VisitKey>(
    scope,
    `SELECT v.target, v.quarter, v.id FROM json_each(?2) j CROSS JOIN visits v ON v.viewer_id = j.value
     WHERE v.workspace_id = ?1 ORDER BY v.quarter, v.id`,
    JSON.stringify(viewers),
  );
}

/** The same whatever workspace they are of: for what the clock does. */
export async function visitsOfViewerIds(
  d1: D1Database,
  viewers: readonly ViewerId[],
): Promise<VisitKey[]> {
  const results = await readShard<VisitKey>(
    d1,
    "clock",
    `SELECT v.target, v.quarter, v.id FROM json_each(?) j CROSS JOIN visits v ON v.viewer_id = j.value
       ORDER BY v.quarter, v.id`,
    JSON.stringify(viewers),
  );
  return results;
}

const isTenants = (table: ManifestTable) =>
  table.columns.some(({ name }) => name === "workspace_id");

/** The column by which a contact's own row is known; null in a table that only names one. */
const ownContact = (table: ManifestTable) =>
  columnsOf(table, "contact").find((column) => column === "id") ?? null;

/** How a table's rows are found that are a person's, by which of their ids; null where none can be. */
function finding(table: ManifestTable): { where: string; of: (keyof Person)[] } | null {
  const by = (columns: readonly string[], ...of: (keyof Person)[]) =>
    columns.length === 0
      ? null
      : { where: columns.map((column) => listed(column, "?2")).join(" OR "), of };
  const viewer = columnsOf(table, "viewer");
  const own = ownContact(table);
  return (
    (own ? by([...viewer, own], "viewers", "contacts") : null) ??
    by(viewer, "viewers") ??
    by(columnsOf(table, "visit"), "visits") ??
    by(columnsOf(table, "contact"), "contacts")
  );
}

/**
 * Everything that is held of a person and handed out, by table; tables with nothing are left out.
 *
 * @param limit the most rows of a table, for a page that shows some
 */
export async function exportHeld(
  scope: Scope,
  person: Person,
  limit = -1,
): Promise<Record<string, Record<string, unknown>[]>> {
  const found = await Promise.all(
    handedOut.map(async ({ table: whole, name: table, columns }) => {
      const how = isTenants(whole) ? finding(whole) : null;
      const ids = how?.of.flatMap((kind): readonly string[] => person[kind]) ?? [];
      if (how === null || ids.length === 0) return null;
      const fields = columns.map(({ name, field }) => `${name} AS "${field}"`).join(", ");
      const rows = await selectSql<Record<string, unknown>>(
        scope,
        `SELECT ${fields} FROM ${table} WHERE +workspace_id = ?1 AND (${how.where}) LIMIT ?3`,
        JSON.stringify(ids),
        limit,
      );
      return rows.length === 0 ? null : ([table, rows] as const);
    }),
  );
  return Object.fromEntries(found.filter((entry) => entry !== null));
}

/**
 * Statements: erase a person from every table but the sums and what visits were counted as, which recounting
 * takes (usecases/rollups).
 *
 * @param hashes the keyed hash of every id, which takes its place where something has to stay
 */
export function eraseHeld(
  scope: Scope,
  person: Person,
  hashes: Readonly<Record<string, string>>,
): Statement[] {
  return manifest
    .filter(({ name }) => name !== "counted_visits")
    .flatMap((table) => [
      ...eraseRows(scope, table, person),
      ...eraseMentions(scope, table, hashes),
    ]);
}

const listed = (column: string, param: string) =>
  `${column} IN (SELECT value FROM json_each(${param}))`;

function eraseRows(scope: Scope, table: ManifestTable, person: Person): Statement[] {
  const viewer = columnsOf(table, "viewer");
  const statements = [
    ...viewer.map((column) => goOrEmpty(table, column, person.viewers)),
    // By the viewer where the row says whose it is: that has an index.
    ...(viewer.length > 0 ? [] : columnsOf(table, "visit")).map((column) =>
      goOrEmpty(table, column, person.visits),
    ),
    // A row that is a viewer's loses its contact; any other goes or stays as its table says.
    ...columnsOf(table, "contact").map((column) =>
      viewer.length > 0 && column !== ownContact(table)
        ? emptied(table, [column], column, person.contacts)
        : goOrEmpty(table, column, person.contacts),
    ),
  ];
  return statements.flatMap((statement) => {
    if (statement === null) return [];
    const { text, ids } = statement;
    return isTenants(table)
      ? // "+": by the person's own ids. SQLite would rather go through all that the workspace has.
        [writeSql(scope, `${text} AND +workspace_id = ?1`, JSON.stringify(ids))]
      : [{ sql: text.replaceAll("?2", "?1"), params: [JSON.stringify(ids)] }];
  });
}

type Draft = { text: string; ids: readonly string[] } | null;

function goOrEmpty(table: ManifestTable, column: string, ids: readonly string[]): Draft {
  if (ids.length === 0 || table.erasing === "hash" || table.erasing === "stays") return null;
  if (table.erasing === "row") {
    return { text: `DELETE FROM ${table.name} WHERE ${listed(column, "?2")}`, ids };
  }
  return emptied(table, [column, ...columnsOf(table, "personal")], column, ids);
}

function emptied(
  table: ManifestTable,
  columns: readonly string[],
  by: string,
  ids: readonly string[],
): Draft {
  if (ids.length === 0) return null;
  const sets = columns.map((column) => `${column} = NULL`).join(", ");
  return { text: `UPDATE ${table.name} SET ${sets} WHERE ${listed(by, "?2")}`, ids };
}

/** Texts that hold ids in passing, and ids that a hash takes the place of. */
function eraseMentions(
  scope: Scope,
  table: ManifestTable,
  hashes: Readonly<Record<string, string>>,
): Statement[] {
  const { name, erasing } = table;
  const params = JSON.stringify(hashes);
  const lists = columnsOf(table, "list").map((column) =>
    writeSql(
      scope,
      `UPDATE ${name} SET ${column} = (SELECT json_group_array(coalesce(h.value, p.value))
         FROM json_each(${name}.${column}) p LEFT JOIN json_each(?2) h ON h.key = p.value)
       WHERE workspace_id = ?1 AND EXISTS (SELECT 1 FROM json_each(?2) h WHERE instr(${column}, h.key) > 0)`,
      params,
    ),
  );
  const columns = columnsOf(
    table,
    "mentions",
    ...(erasing === "hash" ? (["contact"] as const) : []),
  );
  const texts = columns.map((column) => {
    const mentions = (text: string) =>
      `EXISTS (SELECT 1 FROM json_each(?1) h WHERE instr(${text}, h.key) > 0)`;
    if (erasing === "hash") {
      // "+" where the column has an index; the audit's subjects, which are of every kind, have none.
      const own = columnsOf(table, "contact").includes(column) ? "+" : "";
      return writeSql(
        scope,
        `UPDATE ${name} SET ${column} = (SELECT h.value FROM json_each(?2) h WHERE h.key = ${column})
         WHERE ${own}workspace_id = ?1 AND ${column} IN (SELECT key FROM json_each(?2))`,
        params,
      );
    }
    const sql =
      erasing === "element"
        ? `UPDATE ${name} SET ${column} = (
             SELECT json_group_array(json(e.value)) FROM json_each(${name}.${column}) e
             WHERE NOT ${mentions("e.value")}) WHERE ${mentions(column)}`
        : `DELETE FROM ${name} WHERE ${mentions(column)}`;
    if (!isTenants(table)) return { sql, params: [params] };
    return writeSql(
      scope,
      `${sql.replaceAll("?1", "?2")} AND workspace_id = ?1` as `${string}workspace_id = ?1`,
      params,
    );
  });
  return [...texts, ...lists];
}
