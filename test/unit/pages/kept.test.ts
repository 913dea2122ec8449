/** What is handed out to a reader is what their pages say of it: both are made of the manifest. */
import { describe, expect, test } from "vitest";
import {
  apps,
  briefingOutcomes,
  briefingStates,
  certainties,
  channels,
  devices,
  leftOutReasons,
  namings,
  outsideSystems,
  rungs,
} from "../../../src/domain/vocabulary.ts";
import { LANGUAGES } from "../../../src/pages/shell/language.ts";
import { renderHeld } from "../../../src/pages/site/held.tsx";
import { HELD_WORDS } from "../../../src/pages/site/held-words.ts";
import { apart, inGroups, KEPT_GROUP_WORDS } from "../../../src/pages/site/kept-groups.ts";
import { KEPT_WORDS } from "../../../src/pages/site/kept-words.ts";
import { renderPrivacy } from "../../../src/pages/site/privacy.tsx";
import type { KeptRecords } from "../../../src/usecases/viewers/held-view.ts";
import { tagsOf } from "../../support/html.ts";
import { heldView, KEPT } from "../../support/sample-kept.ts";
import { NONCE } from "../../support/sample-pages.ts";

const fieldsOf = KEPT.flatMap(({ table, fields }) => fields.map((field) => `${table}.${field}`));

test("what is handed out has the phone that a reader left among it", () => {
  expect(fieldsOf).toContain("contacts.attributes");
  expect(fieldsOf.length).toBeGreaterThan(100);
});

const waysToAName = {
  "zh-Hans": ["链接是专门发给你的", "你自己表明了身份", "分享给你的人认出是你"],
  "zh-Hant": ["連結是專門發給你的", "你自己表明了身分", "分享給你的人認出是你"],
  en: [
    "the link was made for you",
    "you said who you are",
    "the person who shared it recognises you",
  ],
} as const;

describe.each(LANGUAGES)("in %s", (language) => {
  const { tables, fields } = KEPT_WORDS[language];

  test("the privacy page tells every way to a name, a sender's own naming too", () => {
    const html = renderPrivacy({ language, nonce: NONCE, kept: KEPT });
    const [made, said, recognised] = waysToAName[language];
    expect(html).toMatch(new RegExp(`${made}.*${said}.*${recognised}`));
  });

  test("every exported table and field has a word, and nothing else has", () => {
    expect(Object.keys(tables).sort()).toEqual(KEPT.map(({ table }) => table).sort());
    expect(Object.keys(fields).sort()).toEqual(
      [...new Set(KEPT.flatMap((table) => table.fields))].sort(),
    );
  });

  test("every table stands under one head, and what says something before numbers", () => {
    const told = inGroups(KEPT).flatMap((group) => group.told.map(({ table }) => table));
    expect(told.toSorted()).toEqual(KEPT.map(({ table }) => table).toSorted());
    const { plain, numbered } = apart(["id", "startedAt", "senderId"], (field) => field);
    expect([plain, numbered]).toEqual([["startedAt"], ["id", "senderId"]]);
  });

  test("codes are told in words", () => {
    const { values } = KEPT_GROUP_WORDS[language];
    const codes = { rung: rungs, channel: channels, device: devices, certainty: certainties };
    const more = { namedBy: namings, state: briefingStates, outcome: briefingOutcomes };
    const rest = {
      leftOut: leftOutReasons,
      system: outsideSystems,
      language: LANGUAGES,
      app: apps,
    };
    for (const [field, known] of Object.entries({ ...codes, ...more, ...rest })) {
      expect(Object.keys(values[field] ?? {}).sort(), field).toEqual([...known].sort());
    }
  });

  test("no two fields of one table are called the same", () => {
    for (const { table, fields: own } of KEPT) {
      expect(new Set(own.map((field) => fields[field])).size, table).toBe(own.length);
    }
  });

  test("the general page says how to come to one's own, and leads there who is known", () => {
    const { own } = HELD_WORDS[language];
    const unknown = renderPrivacy({ language, nonce: NONCE, kept: KEPT });
    expect(unknown.split(own)).toHaveLength(2);
    expect(unknown).not.toContain("/privacy/token");
    const known = renderPrivacy({ language, nonce: NONCE, kept: KEPT, ownUrl: "/privacy/token" });
    expect(known).toContain(`href="/privacy/token">${own}</a>`);
    expect(known.split(own)).toHaveLength(3);
  });

  test("the general page names every one", () => {
    const said = tagsOf(renderPrivacy({ language, nonce: NONCE, kept: KEPT }))
      .filter(({ name }) => name === "dd" || name === "dt")
      .map(({ text }) => text);
    for (const { table, fields: own } of KEPT) {
      const at = said.indexOf(tables[table] ?? "?");
      expect(at, table).toBeGreaterThan(-1);
      const told = said.slice(at + 1, at + 3).join();
      for (const field of own) expect(told, field).toContain(fields[field]);
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
      view: heldView("早安家居", records),
    });
    const shown = tagsOf(html).flatMap(({ attributes }) => attributes["data-field"] ?? []);
    expect(shown.toSorted()).toEqual(fieldsOf.toSorted());
    for (const { field, value } of records.flatMap(({ rows }) => rows.flat())) {
      expect(html).toContain(value.kind === "text" ? value.text : field);
    }
  });
});
