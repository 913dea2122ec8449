/** AGENTS.md's map is of this tree: what it names is there, and every room stands on it. */
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const map = readFileSync("AGENTS.md", "utf8");

/** What the map writes as a path, from the root, src/ or the place that it speaks of. */
function named(text: string): string[] {
  const paths = text.matchAll(/(?<![\w/*.{-])[\w.-]+(?:\/[\w.-]+)+\/?(?![\w*{])/g);
  return [...paths]
    .map(([path]) => path.replace(/\.$/, ""))
    .filter((path) => /\.\w+$|\/$/.test(path));
}

const tree = new Set(
  globSync("{src,test,bench,docs,scripts,lint,migrations,.ci}/**/*").map((path) =>
    path.replaceAll("\\", "/"),
  ),
);
const isThere = (path: string) => {
  const clean = path.replace(/\/$/, "");
  return existsSync(clean) || [...tree].some((one) => one.endsWith(`/${clean}`));
};

test("names files and folders that there are", () => {
  const paths = named(map).filter(
    (path) => !/^(https?:|src\/generated)/.test(path) && !/[A-Z]{3,}/.test(path),
  );
  expect(paths.length).toBeGreaterThan(60);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

test("has every room of src, and says of no other", () => {
  const rooms = readdirSync("src", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}/`);
  const drawn = [...map.matchAll(/^(src\/\w+\/) /gm)].map(([, room]) => room);
  expect([...new Set(drawn)].sort()).toEqual(rooms.sort());
});

test("has every command that it lists, and lists every command", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
  };
  const table = map.slice(map.indexOf("## Commands"), map.indexOf("## Rooms"));
  const listed = [...table.matchAll(/`(?:npm (?:run )?)?([a-z:]+)(?: [^`]*)?`/g)].map(
    ([, name = ""]) => name,
  );
  const commands = Object.keys(scripts);
  expect(commands.filter((name) => !listed.includes(name))).toEqual([]);
  const run = [...table.matchAll(/`npm run ([a-z:]+)/g)].map(([, name = ""]) => name);
  expect(run.filter((name) => !commands.includes(name))).toEqual([]);
});
