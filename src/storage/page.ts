/** Lists are paged by an opaque cursor that names the last row's place in the order. */

import { desc, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { fromBase64Url, toBase64Url } from "../domain/encoding.ts";
import {
  type Scope,
  type SelectedColumns,
  type Selecting,
  select,
  selectFields,
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
 * a million characters, or as are found among so many. Throws BadCursor.
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
  {
    lookedAt,
    ...named
  }: Pick<Selecting, "byName"> & {
    /**
     * Of conditions that no index knows: so many rows are looked at for a page, whatever is found. It may hold none and
     * have others behind it.
     */
    lookedAt?: number;
  } = {},
): Promise<Page<T["$inferSelect"]>> {
  let after: SQL | undefined;
  if (cursor !== undefined) {
    const place = decodeCursor(cursor);
    if (!place) throw new BadCursor();
    after = order.within
      ? sql`(${order.at}, ${order.within}, ${order.id}) < (${place.at}, ${place.within ?? 0}, ${place.id})`
      : sql`(${order.at}, ${order.id}) < (${place.at}, ${place.id})`;
  }
  const end = lookedAt === undefined ? null : await nth(scope, table, order, { after, lookedAt });
  const until = end ? sql`(${order.at}, ${order.id}) >= (${end.at}, ${end.id})` : undefined;
  const rows = await select(scope, table, [...conditions, after, until], {
    orderBy: [desc(order.at), ...(order.within ? [desc(order.within)] : []), desc(order.id)],
    limit: limit + 1,
    ...(order.columns ? { columns: order.columns } : {}),
    ...named,
  });
  const items = rows.slice(0, Math.min(limit, fitting(rows)));
  const last = items.at(-1);
  const next = rows.length > items.length && last ? order.place(last) : end;
  return { items, nextCursor: next && encodeCursor(next) };
}

/** The place of the last of so many rows of a table; null where there are fewer. */
async function nth(
  scope: Scope,
  table: TenantTable,
  { at, id }: { at: SQLiteColumn; id: SQLiteColumn },
  { after, lookedAt }: { after: SQL | undefined; lookedAt: number },
): Promise<Place | null> {
  const [row] = await selectFields(
    scope,
    table,
    { at, id },
    { where: after ? [after] : [], orderBy: [desc(at), desc(id)], limit: 1, offset: lookedAt - 1 },
  );
  return row ? { at: Number(row.at), id: String(row.id) } : null;
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

/** A page of two lists that are in the same order as one: as far as both are known. */
export function mergePages<Row extends Place>(
  one: Page<Row>,
  other: Page<Row>,
  limit: number,
): Page<Row> {
  const all = [...one.items, ...other.items].sort((a, b) => (isAfter(a, b) ? 1 : -1));
  // Behind the last row of a list that goes on there may be rows of it that nobody has seen.
  const ends = [one, other].flatMap((page) => (page.nextCursor && page.items.at(-1)) || []);
  const known = all.filter((row) => !ends.some((end) => isAfter(row, end)));
  const items = known.slice(0, limit);
  const last = items.at(-1);
  const goesOn = items.length < all.length || ends.length > 0;
  return { items, nextCursor: goesOn && last ? encodeCursor({ at: last.at, id: last.id }) : null };
}

const isAfter = (a: Place, b: Place) => a.at < b.at || (a.at === b.at && a.id < b.id);
