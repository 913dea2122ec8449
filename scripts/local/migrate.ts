/** Brings the local database to the newest schema. */
import { join } from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import type { D1Database } from "@cloudflare/workers-types";
import { getPlatformProxy } from "wrangler";
import { root } from "../tool.ts";

/** The platform's own list of what was applied, in its own words: wrangler and a deployment read the same. */
const list = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/**
 * Applies what an earlier start has not, each migration whole or not at all. `wrangler d1 migrations apply` does the same,
 * with a runtime of its own for each: forty of them took most of a minute of somebody's first start.
 *
 * @throws with the name of the migration that the database refuses
 */
export async function migrate(stateFolder: string, configPath: string): Promise<void> {
  const { env, dispose } = await getPlatformProxy<{ DB_A: D1Database }>({
    configPath: join(root, configPath),
    envFiles: [],
    persist: { path: `${stateFolder}/v3` },
    remoteBindings: false,
  });
  try {
    const db = env.DB_A;
    await db.prepare(list).run();
    const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
    const applied = new Set(results.map(({ name }) => name));
    for (const { name, queries } of await readD1Migrations(join(root, "migrations"))) {
      if (applied.has(name)) continue;
      const note = db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name);
      await db.batch([...queries.map((query) => db.prepare(query)), note]).catch((cause) => {
        throw new Error(`The migration ${name} could not be applied.`, { cause });
      });
    }
  } finally {
    await dispose();
  }
}
