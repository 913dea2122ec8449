import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folderOf = new URL("../../../src/pages/console/", import.meta.url);
const read = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, folderOf), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(`${folder}${name}`, folderOf), "utf8"));

const sheets = read("css/", ".css").map((sheet) => sheet.replaceAll(/\/\*.*?\*\//gs, ""));
const pages = read("./", ".tsx").join("\n");

/** Selectors of a sheet in their order, without those in a media query. */
function selectorsOf(sheet: string): string[] {
  const plain = sheet.replaceAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "");
  return [...plain.matchAll(/([^{}]+)\{/g)].flatMap(([, list = ""]) =>
    list.split(",").map((selector) => selector.trim()),
  );
}

test("a class is one thing: no two sheets say how it looks by itself", () => {
  const owners = sheets.map((sheet) => new Set(selectorsOf(sheet)));
  const alone = owners.flatMap((own) => [...own].filter((name) => /^\.[\w-]+$/.test(name)));
  expect(alone.filter((name, at) => alone.indexOf(name) !== at)).toEqual([]);
});

test("no class is left that no page has", () => {
  const classes = new Set(
    sheets.flatMap((sheet) =>
      [...sheet.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, c]) => c),
    ),
  );
  const isNamed = (name = "") =>
    pages.split(/[^\w${}-]+/).some((word) => word === name) ||
    // Of a scheme: `look-${scheme}`.
    pages.includes(`${name.replace(/[^-]+$/, "")}\${`);
  expect([...classes].filter((name) => !isNamed(name))).toEqual([]);
});

test("what a media query says of a selector is not taken back further down in its sheet", () => {
  const propertiesOf = (body = "") => body.split(";").map((line) => line.split(":")[0]?.trim());
  const taken = sheets.flatMap((sheet) =>
    [...sheet.matchAll(/@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g)].flatMap((query) => {
      const below = sheet
        .slice(query.index + query[0].length)
        .replaceAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "");
      return [...(query[1] ?? "").matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
        ([, name = "", said]) =>
          [...below.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
            .filter(([, other = ""]) => other.trim() === name.trim())
            .flatMap(([, , again]) =>
              propertiesOf(again).filter((one) => one && propertiesOf(said).includes(one)),
            )
            .map((one) => `${name.trim()}: ${one}`),
      );
    }),
  );
  expect(taken).toEqual([]);
});
