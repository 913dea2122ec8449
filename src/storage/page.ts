/** Lists are paged by an opaque cursor that names the last row's place in the order. */

import { desc, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { fromBase64Url, toBase64Url } from "../domain/encoding.ts";
import {
  type Scope,
  type SelectedColumns,
  type Selecting,
  select,
  type TenantTable,
} from "./scope.ts";

export type PageQuery = { limit: number; cursor?: string | undefined };
export type Page<Row> = { items: Row[]; nextCursor: string | null };

/** The place of a row: a number to order by, a finer one within it, and an id that breaks ties. */
type Place = { at: number; within?: number; id: string };

const cursorVersion = "1";

export function encodeCursor({ at, within, id }: Place): string {
  const place = within === undefined ? `${at}` : `${at}.${within}`;
  return toBase64Url(new TextEncoder().encode(`${cursorVersion}|${place}|${id}`));
}

/** The place a cursor names, or null where it is not one of ours. */
export function decodeCursor(cursor: string): Place | null {
  const bytes = fromBase64Url(cursor.replace(/=+$/, ""));
  const [version, place = "", id] = new TextDecoder().decode(bytes).split("|");
  if (version !== cursorVersion || !id || !/^\d{1,15}(\.\d{1,15})?$/.test(place)) return null;
  const [at, within] = place.split(".").map(Number);
  return { at: at ?? 0, ...(within === undefined ? {} : { within }), id };
}

/** A cursor that is not one of ours. */
export class BadCursor extends Error {}

/** A page ends early where its rows are long: so many characters of JSON, and one row at least. */
const mostCharacters = 1_000_000;

/**
 * One page of a table, newest first by `at` and then by `id`: as many rows as were asked for, or as come to
 * a million characters. Throws BadCursor.
 */
export async function selectPage<T extends TenantTable>(
  scope: Scope,
  table: T,
  order: {
    at: SQLiteColumn;
    /** What orders rows of the same `at`, before their ids do. */
    within?: SQL;
    id: SQLiteColumn;
    place: (row: T["$inferSelect"]) => Place;
    /** What is read of each row; all of it where this is left out. */
    columns?: SelectedColumns;
  },
  { limit, cursor }: PageQuery,
  conditions: (SQL | undefined)[] = [],
  /** As of `select`: the conditions name the rows. */
  named: Pick<Selecting, "byName"> = {},
): Promise<Page<T["$inferSelect"]>> {
  let after: SQL | undefined;
  if (cursor !== undefined) {
    const place = decodeCursor(cursor);
    if (!place) throw new BadCursor();
    after = order.within
      ? sql`(${order.at}, ${order.within}, ${order.id}) < (${place.at}, ${place.within ?? 0}, ${place.id})`
      : sql`(${order.at}, ${order.id}) < (${place.at}, ${place.id})`;
  }
  const rows = await select(scope, table, [...conditions, after], {
    orderBy: [desc(order.at), ...(order.within ? [desc(order.within)] : []), desc(order.id)],
    limit: limit + 1,
    ...(order.columns ? { columns: order.columns } : {}),
    ...named,
  });
  const items = rows.slice(0, Math.min(limit, fitting(rows)));
  const last = items.at(-1);
  const nextCursor = rows.length > items.length && last ? encodeCursor(order.place(last)) : null;
  return { items, nextCursor };
}

/** How many rows, from the first, a page has room for. */
function fitting(rows: readonly unknown[]): number {
  let left = mostCharacters;
  for (const [at, row] of rows.entries()) {
    left -= JSON.stringify(row).length;
    if (left < 0) return Math.max(1, at);
  }
  return rows.length;
}
