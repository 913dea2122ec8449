import { readFileSync } from "node:fs";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig, type Plugin } from "vitest/config";
import { bundledWorker } from "./test/support/bundled-worker.ts";
import { schemaAfter } from "./test/support/schema.ts";

/** Lets a plain Node project import `.wasm` the way the Worker does: as a compiled module. */
const wasmModule: Plugin = {
  name: "wasm-module",
  enforce: "pre",
  load(id) {
    if (!id.endsWith(".wasm")) return null;
    const base64 = readFileSync(id).toString("base64");
    return `export default new WebAssembly.Module(Buffer.from(${JSON.stringify(base64)}, "base64"));`;
  },
};

/** Read as one file each: every test file starts a Worker anew, and asking for some 350 files is what that costs most. */
const bundledOnce = [
  "@hono/zod-openapi",
  "d3-hierarchy",
  "d3-scale",
  "drizzle-orm",
  "drizzle-orm/d1",
  "drizzle-orm/sqlite-core",
  "fast-png",
  "fflate",
  "hono",
  "hono/body-limit",
  "hono/cookie",
  "hono/html",
  "hono/http-exception",
  "hono/jsx",
  "hono/jsx/jsx-dev-runtime",
  "hono/jsx/jsx-runtime",
  "hono/router/trie-router",
  "markdown-it",
];

/** Lines are counted where they were written, and a watcher wants each file by itself. */
const oneFile = process.argv.includes("run") && !process.argv.includes("--coverage");

export default defineConfig({
  test: {
    // Every core: by itself vitest leaves one to its own process, which has little to do.
    maxWorkers: "100%",
    globalSetup: ["./test/support/build.ts"],
    coverage: {
      provider: "istanbul",
      include: ["src/**/*.{ts,tsx}"],
      // The kernel is AssemblyScript, which is no JavaScript that could be instrumented.
      exclude: ["src/generated/**", "src/**/*.d.ts", "src/variation/image/kernel/assembly/**"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 90, functions: 90, statements: 88, branches: 78 },
    },
    projects: [
      {
        extends: true,
        plugins: [wasmModule],
        // A busy machine is no failure: what is slow is measured in bench/.
        test: {
          name: "unit",
          testTimeout: 60_000,
          hookTimeout: 300_000,
          include: ["test/unit/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        plugins: [
          ...(oneFile ? [bundledWorker()] : []),
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations("./migrations"),
                TEST_SCHEMA: schemaAfter(await readD1Migrations("./migrations")),
                ADMIN_SECRET: "test-admin-secret-0123456789abcdef",
                SIGNING_KEYS: "1:test-signing-key-0123456789abcdef",
                // Not allowed, so never asked: a test that wants a WeChat names its own.
                WECHAT_API_ORIGIN: "http://127.0.0.1:9",
                WECOM_API_ORIGIN: "http://127.0.0.1:9",
              },
            },
          })),
        ],
        test: {
          name: "worker",
          deps: { optimizer: { ssr: { enabled: true, include: bundledOnce } } },
          testTimeout: 60_000,
          hookTimeout: 300_000,
          globalSetup: ["./test/support/model.ts", "./test/support/wechat.ts"],
          include: ["test/worker/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["./test/support/bundle.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "engines",
          include: ["test/engines/**/*.test.ts"],
          globalSetup: ["./test/support/bundle.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
