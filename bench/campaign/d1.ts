/** D1 as the ingest path knows it, over SQLite in this process: the same statements, without a network. */
import { DatabaseSync, type SQLInputValue } from "node:sqlite";

/** An empty database with all migrations applied. */
export function openDatabase(migrations: readonly string[]): { d1: D1Database; raw: DatabaseSync } {
  const raw = new DatabaseSync(":memory:");
  for (const text of migrations) raw.exec(text);
  const known = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const prepared = (text: string) => {
    const statement = known.get(text) ?? raw.prepare(text);
    known.set(text, statement);
    return statement;
  };
  class Statement {
    readonly #text: string;
    readonly #params: SQLInputValue[];
    constructor(text: string, params: SQLInputValue[]) {
      this.#text = text;
      this.#params = params;
    }
    bind(...params: unknown[]) {
      return new Statement(this.#text, params.map(bound));
    }
    step() {
      const statement = prepared(this.#text);
      const before = Number(raw.prepare("SELECT total_changes() AS n").get()?.n ?? 0);
      const results = statement.all(...this.#params);
      const after = Number(raw.prepare("SELECT total_changes() AS n").get()?.n ?? 0);
      const changes = after - before;
      return { success: true, results, meta: { changes, rows_written: changes, rows_read: 0 } };
    }
    async all() {
      return this.step();
    }
    async run() {
      return this.step();
    }
    async raw() {
      return this.step().results.map((row) => Object.values(row));
    }
    async first(column?: string) {
      const [row] = this.step().results;
      if (row === undefined) return null;
      return column === undefined ? row : (row[column] ?? null);
    }
  }
  const d1 = {
    prepare: (text: string) => new Statement(text, []),
    async batch(statements: Statement[]) {
      raw.exec("BEGIN");
      try {
        const results = statements.map((statement) => statement.step());
        raw.exec("COMMIT");
        return results;
      } catch (error) {
        raw.exec("ROLLBACK");
        throw error;
      }
    },
  };
  return { d1: d1 as unknown as D1Database, raw };
}

function bound(value: unknown): SQLInputValue {
  if (typeof value === "boolean") return value ? 1 : 0;
  return (value ?? null) as SQLInputValue;
}
