/** What an isolate evaluates before it serves its first reader: the modules that the Worker imports at once. */
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";

let evaluated: string[] = [];

beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: ["src/index.ts"],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*", "*.wasm"],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "silent",
  });
  const reached = new Set<string>();
  const walk = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { path: next, kind, external } of metafile.inputs[path]?.imports ?? []) {
      // A dynamic import is evaluated when it is first asked for.
      if (!external && kind !== "dynamic-import") walk(next);
    }
  };
  walk("src/index.ts");
  evaluated = [...reached];
});

test("the reader's page is among it", () => {
  expect(evaluated).toContain("src/pages/reader/page.tsx");
  expect(evaluated).toContain("src/routes/public/share.ts");
});

test.each([
  ["the management API", /^src\/routes\/management\//],
  ["the console", /^src\/(routes|pages|usecases)\/console\/|^src\/generated\/console/],
  ["its charts", /node_modules\/d3-/],
  ["the API's schemas", /node_modules\/(zod|@hono\/zod-openapi)\//],
  ["the rule words and the lexicon", /^src\/generated\/words/],
  ["what compiles captions", /^src\/variation\/text\/(compile|lexicon|codebook\/build)/],
  ["what speaks to WeChat", /\bwechat|in-wechat|page-config|usecases\/accounts/],
  ["what makes codebooks, bases and other jobs", /^src\/usecases\/jobs\/kinds\//],
])("%s is not", (_, pattern) => {
  expect(evaluated.filter((path) => pattern.test(path))).toEqual([]);
});
