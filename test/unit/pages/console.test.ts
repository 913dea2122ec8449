/** The console's small machinery: words with places, tables by their address, looks of a preview. */
import { describe, expect, test } from "vitest";
import { addressOf, arranged, tableRows } from "../../../src/pages/console/ui/table.tsx";
import { fill } from "../../../src/pages/console/words/fill.ts";
import { sources } from "../../../src/pages/console/words/sources.ts";
import { renderReader } from "../../../src/pages/reader/page.tsx";
import { withLook } from "../../../src/pages/shell/look.ts";
import { readerProps } from "../../support/sample-pages.ts";

describe("words with places", () => {
  test.each([
    ["{n} {n|person|people}", { n: 1 }, "1 person"],
    ["{n} {n|person|people}", { n: 0 }, "0 people"],
    ["《{title}》{missing}", { title: "{n}" }, "《{n}》{missing}"],
    ["{a}{a}", { a: "x" }, "xx"],
  ])("%s", (text, values, said) => {
    expect(fill(text, values)).toBe(said);
  });

  test("both written languages of a screen have the same places under the same names", () => {
    const placesOf = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g)].map(([, name]) => name))].sort();
    for (const [screen, { "zh-Hans": zh, en }] of Object.entries(sources)) {
      expect(Object.keys(en), screen).toEqual(Object.keys(zh));
      for (const [name, text] of Object.entries(zh)) {
        const other = (en as Record<string, string>)[name] ?? "";
        expect(placesOf(other), `${screen}.${name}`).toEqual(placesOf(text));
      }
    }
  });
});

describe("a table", () => {
  type Row = { name: string; reads: number };
  const rows: Row[] = [
    { name: "第10组", reads: 2 },
    { name: "第2组", reads: 10 },
    { name: "Ann", reads: 0 },
  ];
  const columns = [
    { key: "name", title: "Name", value: (row: Row) => row.name },
    { key: "reads", title: "Reads", value: (row: Row) => row.reads, isNumber: true },
  ];
  const names = (query: { sort?: string; q?: string }) =>
    arranged(rows, columns, query).map(({ name }) => name);

  test("sorts numbers as numbers, also those inside names, and keeps its order without a sort", () => {
    expect(names({})).toEqual(["第10组", "第2组", "Ann"]);
    expect(names({ sort: "-reads" })).toEqual(["第2组", "第10组", "Ann"]);
    expect(names({ sort: "name" }).indexOf("第2组")).toBeLessThan(
      names({ sort: "name" }).indexOf("第10组"),
    );
    expect(names({ sort: "nonsense" })).toEqual(["第10组", "第2组", "Ann"]);
  });

  test("filters by what any column holds, whatever its case", () => {
    expect(names({ q: "ANN" })).toEqual(["Ann"]);
    expect(names({ q: "10" })).toEqual(["第10组", "第2组"]);
  });

  test("leaves as rows under titles", () => {
    expect(tableRows(rows.slice(0, 1), columns)).toEqual([
      ["Name", "Reads"],
      ["第10组", "2"],
    ]);
  });

  test("keeps in its address only what is set", () => {
    expect(addressOf("/x", { sort: "-reads", q: undefined, team: "a&b" })).toBe(
      "/x?sort=-reads&team=a%26b",
    );
    expect(addressOf("/x", {})).toBe("/x");
  });
});

describe("a preview's look", () => {
  const html = renderReader(readerProps({ token: undefined, preview: true }));

  test("does not ask the browser for its scheme", () => {
    for (const look of ["light", "dark", "large"] as const) {
      const shown = withLook(html, look);
      expect(shown).not.toMatch(/@media\s*\(prefers-color-scheme/);
      expect(shown).toContain(look === "dark" ? "@media all" : "@media not all");
    }
  });

  test("makes letters large in one of them alone", () => {
    expect(withLook(html, "large")).toContain("html{font-size:160%}");
    expect(withLook(html, "light")).not.toContain("font-size:160%");
  });
});
