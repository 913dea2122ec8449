/** Runs the README's walk through the API, word for word, against a real server. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoSenders } from "../../scripts/demo/content.ts";
import { apiClient } from "../../scripts/local/api.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), "starling-readme-"));
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test("the README's commands lead from a sender to a caption, a link and a report", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const walk = /^```sh\n(api\(\)[\s\S]+?)^```/m.exec(readme)?.[1];
  expect(walk).toBeDefined();

  const { apiKey } = await apiClient(server.url, server.adminSecret).post<{ apiKey: string }>(
    "/v1/workspaces",
    { name: "README" },
  );
  // A newcomer has the demo's senders already, and the caption has to serve them too.
  await apiClient(server.url, apiKey).post("/v1/senders/bulk", { senders: demoSenders });
  const { stdout } = await promisify(execFile)("bash", ["-euc", walk!], {
    cwd: folder,
    timeout: 60_000,
    env: { ...process.env, BASE: server.url, KEY: apiKey },
  });
  expect(stdout).toMatch(/"caption":"(Sleeping|Lying|I left|I put|For a week|My phone)/);
  expect(stdout).toContain('"seats":13');
  const page = stdout.split("\n").find((line) => line.startsWith('{"items":[{"sender"')) ?? "";
  const captions = [...page.matchAll(/"caption":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
  expect([captions.length, new Set(captions).size]).toEqual([5, 5]);
  expect(stdout).toMatch(/Open http:\S+\/s\/\S+, agree/);
  expect(stdout).toContain('"items":[]');
  expect(stdout).toContain('"reads":0');
});
