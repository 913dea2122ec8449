import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { privacyPage } from "../../../scripts/privacy-page.ts";
import { columnsOf, manifest } from "../../../src/storage/manifest.ts";
import * as schema from "../../../src/storage/schema.ts";
import { visitColumns } from "../../../src/tracking/rungs.ts";

test("docs/privacy.md says what the manifest says: npm run privacy writes it anew", async () => {
  const page = await readFile(new URL("../../../docs/privacy.md", import.meta.url), "utf8");
  expect(page === (await privacyPage())).toBe(true);
});

test("moments are told from counts by their columns, and nothing else is one", () => {
  const moment = /(^|_)(at|until)$|^(day|quarter|since|not_before)$/;
  for (const { name: table, columns } of manifest) {
    for (const { name, kind } of columns) {
      expect(kind === "time", `${table}.${name}`).toBe(moment.test(name));
    }
  }
});

test("every table has its lines, and every line a role", () => {
  expect(manifest).toHaveLength(Object.keys(schema).length);
  for (const { name, columns, key } of manifest) {
    expect(columns.length, name).toBeGreaterThan(1);
    expect(key.length, name).toBeGreaterThan(0);
  }
});

describe.each(manifest.map((table) => [table.name, table] as const))("%s", (_, table) => {
  const people = columnsOf(table, "viewer", "visit", "contact", "mentions");

  test("says what an erasure does where a reader may be in it", () => {
    expect(table.erasing === "stays").toBe(people.length === 0);
  });

  test("names by its column what an id there is of", () => {
    for (const { name, role } of table.columns) {
      if (name.endsWith("viewer_id")) expect(role, name).toBe("viewer");
      if (name === "visit_id") expect(role, name).toBe("visit");
      if (name.endsWith("contact_id")) expect(role, name).toBe("contact");
    }
  });

  test("is kept by a time that it has, or with something that it names", () => {
    const { kept } = table;
    if (kept.by === "retention") {
      expect(table.columns.map(({ name }) => name)).toContain(kept.since);
    }
    if (kept.by === "visit") expect(columnsOf(table, "visit")).not.toEqual([]);
    if (kept.by === "viewer") expect(columnsOf(table, "viewer")).not.toEqual([]);
  });

  test("of a basis that needs a person is about one", () => {
    if (table.basis === "consent") expect(columnsOf(table, "viewer", "visit")).not.toEqual([]);
    if (table.basis === "none") expect(columnsOf(table, "personal", "staff")).toEqual([]);
  });
});

test("what of a visit is exported is what tracking/rungs.ts exports", () => {
  const visits = manifest.find(({ name }) => name === "visits");
  const rules: Readonly<Record<string, { exports: boolean }>> = visitColumns;
  for (const { field, role } of visits?.columns ?? []) {
    expect(role !== "inner", field).toBe(rules[field]?.exports);
  }
});
