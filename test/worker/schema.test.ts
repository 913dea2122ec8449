import { applyD1Migrations, reset } from "cloudflare:test";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "../../src/storage/schema.ts";
import { env, freshWorld } from "./world.ts";

test("drizzle's tables are the migrations' tables, column by column", async () => {
  await freshWorld();
  for (const table of Object.values(schema) as SQLiteTable[]) {
    const { name, columns } = getTableConfig(table);
    const { results } = await env.DB_A.prepare(`PRAGMA table_info(${name})`).all<{
      name: string;
      type: string;
      notnull: number;
      pk: number;
    }>();
    const inDatabase = results.map((column) => ({
      name: column.name,
      type: column.type.toLowerCase(),
      // A primary key column is never null, whether it says so or not.
      notNull: column.notnull === 1 || column.pk > 0,
    }));
    const inSchema = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      notNull: column.notNull || column.primary,
    }));
    expect(inSchema, name).toEqual(inDatabase);
  }
});

test("tests begin with what the migrations make, also where they make it one by one", async () => {
  const parts = async () => {
    const { results } = await env.DB_A.prepare(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%' AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
    ).all();
    return results;
  };
  await freshWorld();
  const atOnce = await parts();
  await reset();
  await applyD1Migrations(env.DB_A, env.TEST_MIGRATIONS);
  const oneByOne = await parts();
  expect(oneByOne.length).toBeGreaterThan(50);
  expect(atOnce).toEqual(oneByOne);
});

test("every table of the migrations is known to drizzle", async () => {
  await freshWorld();
  const { results } = await env.DB_A.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%'",
  ).all<{ name: string }>();
  const known = (Object.values(schema) as SQLiteTable[]).map((table) => getTableConfig(table).name);
  expect(results.map(({ name }) => name).sort()).toEqual(known.sort());
});

test("the newest visits of a workspace's viewers are found without looking at anybody else's", async () => {
  await freshWorld();
  const { results } = await env.DB_A.prepare(
    `EXPLAIN QUERY PLAN SELECT * FROM visits WHERE workspace_id = 'aw' AND rung = 'anonymous' ORDER BY quarter DESC, id DESC LIMIT 51`,
  ).all<{ detail: string }>();
  const plan = results.map(({ detail }) => detail).join("; ");
  expect(plan).toContain("visits_of_viewers");
  expect(plan).not.toContain("TEMP B-TREE");
});

test("a table's checks name the words of the list that its column comes from", async () => {
  await freshWorld();
  const { results } = await env.DB_A.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%'",
  ).all<{ name: string; sql: string }>();
  const checked = results.flatMap(({ name, sql }) =>
    [...sql.matchAll(/CHECK \((\w+) IN \(([^)]*)\)\)/g)].map(([, column = "", words = ""]) => [
      `${name}.${column}`,
      words.split(",").map((word) => word.trim().slice(1, -1)),
    ]),
  );
  const listed = (Object.values(schema) as SQLiteTable[]).flatMap((table) => {
    const { name, columns } = getTableConfig(table);
    return columns.map((column) => [`${name}.${column.name}`, column.enumValues] as const);
  });
  expect(checked.length).toBeGreaterThan(0);
  expect(Object.fromEntries(listed)).toMatchObject(Object.fromEntries(checked));
});
