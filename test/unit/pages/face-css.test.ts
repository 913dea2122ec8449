/** Every class that a stylesheet of the kit, the readers' pages and the site speaks of is some page's. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (...patterns: readonly string[]) =>
  patterns
    .flatMap((pattern) => globSync(pattern).map((file) => readFileSync(file, "utf8")))
    .join("\n");

/** A stylesheet, and where the pages are made that have it. */
const faces: readonly (readonly [sheets: string, pages: readonly string[]])[] = [
  ["src/pages/kit/*.css", ["src/pages/{kit,shell}/**/*.{ts,tsx}"]],
  [
    "src/pages/reader/*.css",
    ["src/pages/{reader,shell}/**/*.{ts,tsx}", "src/tracking/markdown/*.ts", "src/tracking/*.ts"],
  ],
  ["src/pages/site/*.css", ["src/pages/{site,shell}/**/*.{ts,tsx}"]],
  ["src/pages/shell/*.css", ["src/pages/**/*.{ts,tsx}"]],
];

/** Put together where they are used: what a table's column says (`text-align`), and a call's method. */
const made = new Set(["right", "center", "patch", "put", "delete", "wechat-qr"]);

/** The words of what stands as a class, or is looked for as one. */
function classesIn(source: string): Set<string> {
  const given =
    /(?:class|className|bodyClass)(?:=|:\s?|\s=\s)(?:\{[^}]*\}|"[^"]*"|\\"[^"]*|`[^`]*`)|class="[^"]*/g;
  return new Set((source.match(given) ?? []).flatMap((text) => text.split(/[^\w-]+/)));
}

test.each(faces)("%s: no class is left that no page has", (sheets, pages) => {
  const css = read(sheets).replaceAll(/\/\*.*?\*\//gs, "");
  const named = new Set([...css.matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/g)].map(([, name]) => name));
  const used = classesIn(read(...pages));
  expect(named.size).toBeGreaterThan(4);
  expect([...named].filter((name = "") => !used.has(name) && !made.has(name))).toEqual([]);
});

test("what is said is no class", () => {
  const used = classesIn('<p class="kept quiet">gone</p>');
  expect(["kept", "quiet", "gone"].filter((name) => used.has(name))).toEqual(["kept", "quiet"]);
});
