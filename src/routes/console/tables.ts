/** Tables by their address: what of it is shown, and the same as a file. */
import type { Context } from "hono";
import type { Desk } from "../../pages/console/ui/frame.tsx";
import {
  arranged,
  type Column,
  type TableQuery,
  tableRows,
} from "../../pages/console/ui/table.tsx";
import { toCsv } from "../management/csv.ts";
import type { ConsoleEnv } from "../services.ts";
import { deskOf } from "./desk.ts";

export function tableQuery(c: Context<ConsoleEnv>): TableQuery {
  return { sort: c.req.query("sort"), q: c.req.query("q")?.slice(0, 200) };
}

export const isCsv = (c: Context<ConsoleEnv>): boolean => c.req.query("format") === "csv";

/** The table's rows, as the address sorts and filters them, as a CSV file. */
export async function csvOf<Row>(
  c: Context<ConsoleEnv>,
  name: string,
  rows: readonly Row[],
  columns: (desk: Desk) => readonly Column<Row>[],
): Promise<Response> {
  const of = columns(await deskOf(c, []));
  const csv = toCsv(tableRows(arranged(rows, of, tableQuery(c)), of));
  return c.body(csv, 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
    "Cache-Control": "no-store",
  });
}
