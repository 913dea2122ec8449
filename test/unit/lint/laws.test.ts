/** The laws that biome.json and lint/ hold, each shown to fire on a snippet that breaks it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

type Law = { law: string; room: string; says: string; breaks: string; keeps: string };

const imports = (path: string) => `import { x } from "${path}";\nexport const y = x;\n`;

const laws: Law[] = [
  {
    law: "only domain names a text an id",
    room: "src/usecases",
    says: "Only src/domain/ids.ts names a text an id",
    breaks: "export const id = (text: string) => text as SenderId;",
    keeps: "export const id = (text: string) => knownId<SenderId>(text);",
  },
  {
    law: "not even where it may be null",
    room: "src/routes",
    says: "Only src/domain/ids.ts names a text an id",
    breaks: "export const id = (text: unknown) => text as LinkCode | null;",
    keeps: "export const id = (text: unknown) => text as ErrorCode | null;",
  },
  {
    law: "nor in two steps",
    room: "test/unit",
    says: "Only src/domain/ids.ts names a text an id",
    breaks: "export const id = (text: unknown) => text as string as TargetId;",
    keeps: "export const id = (text: unknown) => text as string as Title;",
  },
  {
    law: "not even a whole list of them",
    room: "src/usecases",
    says: "Only src/domain/ids.ts names a text an id",
    breaks: "export const ids = (texts: string[]) => texts as SenderId[];",
    keeps: "export const ids = (texts: string[]) => texts as Title[];",
  },
  {
    law: "nothing is of any type",
    room: "src/usecases",
    says: "Unexpected any",
    breaks: "export const x = (y: any) => y;",
    keeps: "export const x = (y: unknown) => y;",
  },
  {
    law: "nothing is exported without its name",
    room: "src/usecases",
    says: "default export",
    breaks: "const x = 1;\nexport default x;",
    keeps: "export const x = 1;",
  },
  {
    law: "nothing is said not to be null",
    room: "src/usecases",
    says: "non-null assertion",
    breaks: "export const x = (y: string | null) => y!.length;",
    keeps: "export const x = (y: string | null) => y?.length;",
  },
  {
    law: "types are imported as such",
    room: "src/usecases",
    says: "only used as types",
    breaks: 'import { T } from "./t.ts";\nexport const x = (y: T) => y;',
    keeps: 'import type { T } from "./t.ts";\nexport const x = (y: T) => y;',
  },
  {
    law: "Node.js's own modules are named as such",
    room: "scripts",
    says: "node: protocol",
    breaks: 'import { join } from "path";\nexport const x = join("a", "b");',
    keeps: 'import { join } from "node:path";\nexport const x = join("a", "b");',
  },
  {
    law: "nothing is imported that nobody uses",
    room: "src/usecases",
    says: "imports are unused",
    breaks: 'import { a, b } from "./t.ts";\nexport const x = a;',
    keeps: 'import { a } from "./t.ts";\nexport const x = a;',
  },
  ...["domain", "variation", "tracking", "insight"].flatMap((room): Law[] => [
    {
      law: `${room} draws nothing at random`,
      room: `src/${room}`,
      says: "A pure room draws no random numbers",
      breaks: "export const x = () => Math.random();",
      keeps: "export const x = () => Math.max(1, 2);",
    },
    {
      law: `${room} knows no locale`,
      room: `src/${room}`,
      says: "A pure room knows no locale",
      breaks: "export const x = Intl.DateTimeFormat;",
      keeps: "export const x = String;",
    },
    {
      law: `${room} knows no clock`,
      room: `src/${room}`,
      says: "Do not use the global variable Date",
      breaks: "export const x = () => Date.now();",
      keeps: "export const x = (now: number) => now;",
    },
    {
      law: `${room} knows no host`,
      room: `src/${room}`,
      says: "Do not use the global variable globalThis",
      breaks: "export const x = () => globalThis;",
      keeps: "export const x = (host: object) => host;",
    },
  ]),
  {
    law: "a verb asks first who may call it",
    room: "src/usecases/links",
    says: "first line says who may ask",
    breaks: verb("Caller", ""),
    keeps: verb("Caller", '  requireScope(who, "write");\n'),
  },
  {
    law: "and asks before anything else",
    room: "src/usecases/links",
    says: "first line says who may ask",
    breaks: verb("Caller", '  who.now();\n  requireScope(who, "write");\n'),
    keeps: verb("Scoped", "  who.now();\n"),
  },
  {
    law: "the operator's verbs ask too",
    room: "src/usecases/workspaces",
    says: "first line says who may ask",
    breaks: verb("Operator", ""),
    keeps: verb("Operator", "  requireOperator(who);\n"),
  },
  {
    law: "and the kit's",
    room: "src/usecases/kit",
    says: "first line says who may ask",
    breaks: verb("KitHolder", ""),
    keeps: verb("KitHolder", "  requireKit(who);\n"),
  },
  {
    law: "and those of a reader who asks for themselves",
    room: "src/usecases/viewers",
    says: "first line says who may ask",
    breaks: verb("ViewerHolder", ""),
    keeps: verb("ViewerHolder", "  requireReader(who);\n"),
  },
  {
    law: "storage returns statements and runs none",
    room: "src/storage",
    says: "Only storage/run.ts writes to D1",
    breaks: 'export const x = (d1: D1Database) => d1.prepare("DELETE FROM links").run();',
    keeps: 'export const x = () => ({ sql: "DELETE FROM links", params: [] });',
  },
  {
    law: "nor runs several at once",
    room: "src/storage",
    says: "Only storage/run.ts writes to D1",
    breaks: "export const x = (d1: D1Database, all: D1PreparedStatement[]) => d1.batch(all);",
    keeps: "export const x = (all: string[]) => all;",
  },
  {
    law: "nor says of what rows they are",
    room: "src/storage",
    says: "Only storage/run.ts writes to D1",
    breaks: "export const x = (d1: D1Database, all: D1PreparedStatement[]) => d1.batch<Row>(all);",
    keeps: "export const x = (all: string[]) => all;",
  },
  {
    law: "a workspace's rows are read through its scope",
    room: "src/storage",
    says: "Only storage/scope.ts reads a workspace's rows",
    breaks: 'export const x = (d1: D1Database) => d1.prepare("SELECT 1 FROM links").all();',
    keeps:
      'export const x = (scope: Scope) => selectSql(scope, "SELECT 1 WHERE workspace_id = ?1");',
  },
  {
    law: "nor is anything changed by what looks like a read",
    room: "src/usecases/links",
    says: "Only storage/scope.ts reads a workspace's rows",
    breaks: 'export const x = (d1: D1Database) => d1.prepare("UPDATE links SET clicks = 0").all();',
    keeps: "export const x = (scope: Scope) => update(scope, links, { clicks: 0 });",
  },
  {
    law: "not with drizzle either",
    room: "src/storage",
    says: "Only storage/scope.ts reads a workspace's rows",
    breaks: "export const x = (d1: D1Database) => drizzle(d1).select().from(links);",
    keeps: "export const x = (scope: Scope) => select(scope, links, []);",
  },
  {
    law: "nothing is cast to never",
    room: "src/routes",
    says: "What is cast twice, or to never",
    breaks: "export const x = (c: object) => f(c as never);",
    keeps: "export const x = (c: object) => f(c);",
  },
  {
    law: "nor to what it is not",
    room: "src/storage",
    says: "What is cast twice, or to never",
    breaks: "export const x = (c: object) => c as unknown as Row;",
    keeps: "export const x = (c: object) => c as Row;",
  },
  {
    law: "no promise floats",
    room: "src/usecases",
    says: "Promise",
    breaks:
      "async function act(): Promise<number> {\n  return 1;\n}\nexport function x() {\n  act();\n}",
    keeps:
      "async function act(): Promise<number> {\n  return 1;\n}\nexport async function x() {\n  await act();\n}",
  },
  {
    law: "no name shadows another",
    room: "src/usecases",
    says: "shadows",
    breaks: "const id = 1;\nexport const x = (id: number) => id;\nexport const y = id;",
    keeps: "const id = 1;\nexport const x = (other: number) => other;\nexport const y = id;",
  },
  {
    law: "one place writes logs",
    room: "src/usecases",
    says: "Don't use console",
    breaks: 'export const x = () => console.error("x");',
    keeps: 'export const x = (log: { warn(event: string): void }) => log.warn("x");',
  },
  wall(
    "usecases/links",
    "Statements run through usecases/kernel",
    "../../storage/run.ts",
    "../../storage/links.ts",
  ),
  wall("usecases/kernel", "A use case knows no HTTP", "hono", "../../storage/run.ts"),
  wall("domain", "Everybody imports domain", "../tracking/merge.ts", "./ids.ts"),
  wall("domain", "Everybody imports domain", "nanoid", "./units.ts"),
  wall("variation", "variation is a pure room", "../tracking/merge.ts", "../domain/ids.ts"),
  wall("tracking", "tracking is a pure room", "../storage/links.ts", "../domain/ids.ts"),
  wall("tracking", "tracking is a pure room", "./client/view.ts", "./protocol.ts"),
  wall("tracking/client", "The page script may import", "../merge.ts", "../protocol.ts"),
  wall("insight", "insight is a pure room", "../tracking/merge.ts", "../domain/units.ts"),
  wall("storage", "storage holds queries", "../usecases/time.ts", "../domain/ids.ts"),
  wall("integrations", "integrations speak to outside", "../usecases/time.ts", "../domain/ids.ts"),
  wall("usecases", "A use case knows no HTTP", "hono", "../storage/links.ts"),
  wall("usecases", "A use case knows no HTTP", "../storage/env.ts", "../domain/ids.ts"),
  wall("routes", "Routes call use cases", "../storage/links.ts", "../usecases/time.ts"),
  wall(
    "pages/kit",
    "A face imports its own folder",
    "../../storage/links.ts",
    "../../domain/ids.ts",
  ),
  wall("pages/kit/client", "runs in the browser", "../words.ts", "./copy.ts"),
];

/** An exported function whose first parameter is of that type. */
function verb(type: string, begins: string): string {
  return `export async function act(who: ${type}, id: string) {\n${begins}  return [who, id];\n}\n`;
}

function wall(room: string, says: string, forbidden: string, allowed: string): Law {
  return {
    law: `${room} does not import ${forbidden}`,
    room: `src/${room}`,
    says,
    breaks: imports(forbidden),
    keeps: imports(allowed),
  };
}

const place = mkdtempSync(join(tmpdir(), "starling-laws-"));
const fileOf = (at: number, kind: "breaks" | "keeps") => `${laws[at]?.room}/${kind}${at}.ts`;
/** What was said of each file. */
const said = new Map<string, string>();

// One run for all snippets, by the project's own rules, in a place where they are the only files.
beforeAll(() => {
  const rules = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  const config = { ...rules, $schema: undefined, vcs: { enabled: false } };
  writeFileSync(join(place, "biome.json"), JSON.stringify(config));
  cpSync(join(root, "lint"), join(place, "lint"), { recursive: true });
  for (const [at, law] of laws.entries()) {
    for (const kind of ["breaks", "keeps"] as const) {
      const file = join(place, fileOf(at, kind));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, law[kind]);
    }
  }
  const args = ["lint", `--config-path=${place}`, "--max-diagnostics=none", "--reporter=github"];
  const { stdout } = spawnSync(join(root, "node_modules/.bin/biome"), [...args, place], {
    encoding: "utf8",
  });
  for (const line of stdout.split("\n")) {
    const [, file = "", message = ""] = /,file=(.*?),line=.*?::(.*)$/.exec(line) ?? [];
    const name = file.slice(file.indexOf(place) + place.length + 1);
    if (file !== "") said.set(name, `${said.get(name) ?? ""}${message}\n`);
  }
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test.each(laws.map((law, at) => ({ ...law, at })))("$law", ({ says, at }) => {
  expect(said.get(fileOf(at, "breaks")) ?? "").toContain(says);
  expect(said.get(fileOf(at, "keeps")) ?? "").toBe("");
});
