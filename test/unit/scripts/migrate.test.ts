/** The local database's migrations: each once, as wrangler would have applied them. */
import { globSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { migrate } from "../../../scripts/local/migrate.ts";

test("a fresh state gets every migration, and a later start applies none again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "starling-migrate-"));
  try {
    await migrate(folder, "wrangler.toml");
    const [file = ""] = globSync(join(folder, "v3/d1/miniflare-D1DatabaseObject/[0-9a-f]*.sqlite"));
    const read = () => {
      const database = new DatabaseSync(file, { readOnly: true });
      const applied = database.prepare("SELECT id, name, applied_at FROM d1_migrations").all();
      database.close();
      return applied;
    };
    const first = read();
    expect(first.map(({ name }) => name)).toEqual(readdirSync("migrations").toSorted());
    await migrate(folder, "wrangler.toml");
    expect(read()).toEqual(first);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
