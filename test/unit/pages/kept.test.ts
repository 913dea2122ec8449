/** What is handed out to a reader is what their pages say of it: both are made of the manifest. */
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/pages/shell/language.ts";
import { renderHeld } from "../../../src/pages/site/held.tsx";
import { KEPT_WORDS } from "../../../src/pages/site/kept-words.ts";
import { renderPrivacy } from "../../../src/pages/site/privacy.tsx";
import type { KeptRecords } from "../../../src/usecases/viewers/held-view.ts";
import { tagsOf } from "../../support/html.ts";
import { KEPT } from "../../support/sample-kept.ts";
import { NONCE } from "../../support/sample-pages.ts";

const fieldsOf = KEPT.flatMap(({ table, fields }) => fields.map((field) => `${table}.${field}`));

test("what is handed out has the phone that a reader left among it", () => {
  expect(fieldsOf).toContain("contacts.attributes");
  expect(fieldsOf.length).toBeGreaterThan(100);
});

describe.each(LANGUAGES)("in %s", (language) => {
  const { tables, fields } = KEPT_WORDS[language];

  test("every exported table and field has a word, and nothing else has", () => {
    expect(Object.keys(tables).sort()).toEqual(KEPT.map(({ table }) => table).sort());
    expect(Object.keys(fields).sort()).toEqual(
      [...new Set(KEPT.flatMap((table) => table.fields))].sort(),
    );
  });

  test("no two fields of one table are called the same", () => {
    for (const { table, fields: own } of KEPT) {
      expect(new Set(own.map((field) => fields[field])).size, table).toBe(own.length);
    }
  });

  test("the general page names every one", () => {
    const said = tagsOf(renderPrivacy({ language, nonce: NONCE, kept: KEPT }))
      .filter(({ name }) => name === "dd" || name === "dt")
      .map(({ text }) => text);
    for (const { table, fields: own } of KEPT) {
      const at = said.indexOf(tables[table] ?? "?");
      expect(at, table).toBeGreaterThan(-1);
      for (const field of own) expect(said[at + 1], field).toContain(fields[field]);
    }
  });

  test("a viewer's own page shows every one that holds something", () => {
    const records: KeptRecords[] = KEPT.map((one) => ({
      table: one.table,
      rows: [one.fields.map((field) => ({ field, value: { kind: "text", text: `of ${field}` } }))],
      hasMore: false,
    }));
    const html = renderHeld({
      language,
      nonce: NONCE,
      path: "/privacy/a",
      view: {
        workspaceName: "早安家居",
        retentionDays: 365,
        timeZone: "Asia/Shanghai",
        now: "2026-11-22T13:05:00Z",
        since: "2026-11-20T13:05:00Z",
        withdrawnAt: null,
        name: null,
        signedInSince: null,
        visits: [],
        hasMore: false,
        consents: [],
        records,
      },
    });
    const shown = tagsOf(html).flatMap(({ attributes }) => attributes["data-field"] ?? []);
    expect(shown).toEqual(fieldsOf);
    for (const { field, value } of records.flatMap(({ rows }) => rows.flat())) {
      expect(html).toContain(value.kind === "text" ? value.text : field);
    }
  });
});
