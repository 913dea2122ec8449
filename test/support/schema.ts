/**
 * What all migrations come to, as the statements that make it at once: a test that wants an empty deployment would wait for
 * some two hundred statements in forty trips otherwise, which a run does two thousand times.
 */
import { DatabaseSync } from "node:sqlite";
import type { D1Migration } from "@cloudflare/vitest-plugin";

interface Part {
  readonly sql: string;
  readonly name: string;
  readonly type: string;
}

/** Tables first: an index or a trigger needs its table, and a table that a trigger writes may come after its own. */
const inOrder = `
  SELECT type, name, sql FROM sqlite_master
  WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
  ORDER BY type <> 'table', rowid`;

/**
 * The statements that make an empty database what these migrations make of one.
 *
 * @throws {Error} if a migration leaves rows behind, which the statements would not make.
 */
export function schemaAfter(migrations: readonly D1Migration[]): string[] {
  const database = new DatabaseSync(":memory:");
  try {
    for (const query of migrations.flatMap(({ queries }) => queries)) database.exec(query);
    const parts = database.prepare(inOrder).all() as unknown as Part[];
    for (const { type, name } of parts) {
      if (type === "table" && database.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get())
        throw new Error(`Migrations leave rows in ${name}: tests would begin without them.`);
    }
    return parts.map(({ sql }) => sql);
  } finally {
    database.close();
  }
}
