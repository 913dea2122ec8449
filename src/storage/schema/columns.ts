/** The kinds of column that tables are made of. */
import type { Column } from "drizzle-orm";
import { customType, integer, text } from "drizzle-orm/sqlite-core";
import type { WorkspaceId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";

export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
export const flag = (name: string) => integer(name, { mode: "boolean" });
/** A word of a list; migrations that check it name the same words, which a test compares. */
export const word = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  text(name, { enum: words });
/** The one kind that SQLite does not tell from a count, so that whoever shows a column knows it for a moment. */
export const time = customType<{ data: Instant; driverData: number }>({
  dataType: () => "integer",
});
export const isTime = (column: Column) => column.columnType === "SQLiteCustomColumn";
export const workspaceId = () => text("workspace_id").$type<WorkspaceId>().notNull();
