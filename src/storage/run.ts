/**
 * The one place where D1 is written to. Only the use cases' kernel imports it: whoever else wants to
 * write hands it statements.
 */
import { databaseOf, type Scope, type Statement } from "./scope.ts";

/** A condition that must hold in the moment of writing, or nothing of the transaction happens. */
export type Condition = { readonly name: string; readonly holds: Statement };

/** Thrown where a condition did not hold any more. */
export class LostGuard extends Error {
  readonly guard: string;
  constructor(guard: string) {
    super(`The guard "${guard}" did not hold`);
    this.guard = guard;
  }
}

/**
 * Runs statements as one transaction, in order; returns for each how many rows it changed, and what it returned. The conditions
 * come first. Throws LostGuard where one of them does not hold.
 *
 * SQLite has no statement that fails on a condition, but `json_extract` refuses a path that does not begin
 * with "$" and quotes it in its message: that is how a transaction ends there and says by whom.
 */
export async function run(
  target: Scope | D1Database,
  statements: readonly Statement[],
  conditions: readonly Condition[] = [],
): Promise<{ changes: number; rowsWritten: number; rows: unknown[] }[]> {
  if (statements.length + conditions.length === 0) return [];
  const d1 = "workspaceId" in target ? databaseOf(target) : target;
  const guards = conditions.map(({ name, holds }) =>
    d1
      .prepare(
        `SELECT CASE WHEN (${holds.sql}) THEN 1 ELSE json_extract('{}', '${pathOf(name)}') END`,
      )
      .bind(...holds.params),
  );
  const writes = statements.map(({ sql, params }) => d1.prepare(sql).bind(...params));
  try {
    const results = await d1.batch([...guards, ...writes]);
    return results.slice(guards.length).map(({ meta, results: rows }) => ({
      changes: meta.changes,
      rowsWritten: meta.rows_written,
      rows,
    }));
  } catch (error) {
    const lost = conditions.find(({ name }) => messageOf(error).includes(`'${pathOf(name)}'`));
    throw lost ? new LostGuard(lost.name) : error;
  }
}

/** The column or index that D1 refused a statement for, since its key is taken ("senders.seat"); or null. */
export function takenKey(error: unknown): string | null {
  return /UNIQUE constraint failed: ([^:]+)/.exec(messageOf(error))?.[1]?.trim() ?? null;
}

const pathOf = (name: string) => `lost-guard-${name.replaceAll(/[^a-z-]/g, "")}`;

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : "";
}
