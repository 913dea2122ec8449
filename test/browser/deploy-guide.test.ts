/**
 * Plays docs/deploy.md line by line, in a copy of the repository, up to the account's edge: wrangler is the
 * real one, the account behind it a stand-in, and what is asked of the deployed address is asked of a
 * server on this machine with the secrets that the guide made.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Secrets } from "../../scripts/deploy/secrets.ts";
import { openProxy, type RunningProxy } from "../../scripts/local/proxy.ts";
import { root } from "../../scripts/tool.ts";
import { accountId, startAccount, type TestAccount } from "../support/account.ts";
import { freePort } from "../support/local.ts";
import { startServer, type TestServer } from "../support/server.ts";

/** Lines that lead out of this machine: who does them is logged in, and has the packages. */
const outside = ["npm ci", "npx wrangler login"];
const address = "https://read.example.com";

interface Block {
  readonly language: string;
  readonly text: string;
}

const guide = readFileSync(join(root, "docs/deploy.md"), "utf8");
const blocks: Block[] = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
  ([, language = "", text = ""]) => ({ language, text }),
);

let account: TestAccount;
let server: TestServer | undefined;
/** Stands before the server, since a deployment shows nothing of a local runtime. */
let proxy: RunningProxy | undefined;
let deployed: string | undefined;
let clone: string;
let cache: string;

beforeAll(async () => {
  account = await startAccount();
  clone = await mkdtemp(join(tmpdir(), "starling-deploy-"));
  cache = await mkdtemp(join(tmpdir(), "starling-wrangler-"));
  const left = new Set([
    "node_modules",
    ".git",
    ".wrangler",
    ".build",
    "bench",
    "coverage",
    "test",
  ]);
  await cp(root, clone, {
    recursive: true,
    filter: (path) => !left.has(path.slice(root.length).split("/")[0] ?? ""),
  });
  await symlink(join(root, "node_modules"), join(clone, "node_modules"));
});
afterAll(async () => {
  await proxy?.close();
  await server?.close();
  await account?.close();
  await rm(clone, { recursive: true, force: true });
  await rm(cache, { recursive: true, force: true });
});

interface Played {
  readonly status: number | null;
  readonly said: string;
}

async function play(script: string): Promise<Played> {
  const child = spawn("bash", ["-euo", "pipefail", "-c", script], {
    cwd: clone,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...account.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}`,
      NO_COLOR: "1",
      WRANGLER_CACHE_DIR: cache,
      // The test's own server is started with less.
      WRANGLER_LOG: "log",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_SEND_METRICS: "false",
      XDG_CONFIG_HOME: cache,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const [status] = (await once(child, "close")) as [number | null];
  return { status, said };
}

/** The blocks as one terminal would see them, with the settings put where the guide says. */
function scriptOf(parts: readonly Block[]): string {
  const toSettings = `const { readFileSync, writeFileSync } = require("node:fs");
const production = JSON.parse(readFileSync("production.json", "utf8"));
const { vars, ...settings } = JSON.parse(readFileSync(0, "utf8"));
Object.assign(production.settings, settings);
production.settings.vars = { ...production.settings.vars, ...vars };
writeFileSync("production.json", JSON.stringify(production));`;
  return parts
    .filter(({ language }) => language === "sh" || language === "json")
    .map(({ language, text }) =>
      language === "json" ? `node -e '${toSettings}' <<'JSON'\n${text}JSON\n` : text,
    )
    .join("")
    .split("\n")
    .filter((line) => !outside.includes(line))
    .join("\n")
    .replaceAll(address, deployed ?? address)
    .replace(/(-- set \w+)$/m, "$1 <<< some-model-key");
}

const json = async <T>(name: string) => JSON.parse(await readFile(join(clone, name), "utf8")) as T;
const secretsNow = () => json<Secrets>("production.secrets.json");

/** What the Worker in the account has under a name. */
const bound = (name: string) => account.worker()?.bindings.find((one) => one.name === name);

const atSetup = blocks.findIndex(({ text }) => text.includes("npm run deploy:setup"));

describe("the guide to a deployment", () => {
  test("names every line that a reader has to do outside", () => {
    const lines = blocks.flatMap(({ text }) => text.split("\n"));
    for (const line of outside) expect(lines).toContain(line);
  });

  test("stops where something is in the way, and goes on from there", async () => {
    account.refuse("/r2/buckets", 10042, "Please enable R2 through the Cloudflare Dashboard.");
    const stopped = await play("npm run deploy:setup");
    expect(stopped.status).toBe(1);
    expect(stopped.said).toContain("Please enable R2");
    expect(stopped.said).toContain("run it again");
    expect((await play("npm run deploy")).said).toContain("npm run deploy:setup");
    account.refuse(undefined, 0, "");

    const { status, said } = await play(scriptOf(blocks.slice(0, atSetup + 1)));
    if (status !== 0) throw new Error(`The guide broke off (${status}):\n${said.slice(-3000)}`);
    expect(account.asked.filter((call) => call === "POST /d1/database")).toHaveLength(1);
    expect(account.buckets).toEqual(new Set(["starling-media"]));
    expect([...account.queues.keys()].sort()).toEqual([
      "beats",
      "beats-dead",
      "jobs",
      "jobs-dead",
      "uploads",
      "uploads-dead",
    ]);
    const { ADMIN_SECRET, SIGNING_KEYS } = await secretsNow();
    expect(said.split(ADMIN_SECRET)).toHaveLength(2);
    expect(said).not.toContain(SIGNING_KEYS);
    expect((await stat(join(clone, "production.secrets.json"))).mode & 0o777).toBe(0o600);
    expect(await json("production.json")).toMatchObject({ accountId });
  });

  test("leads to a Worker with all it needs, and from there through everything that may come", async () => {
    const made = await secretsNow();
    server = await startServer(made);
    const port = await freePort();
    proxy = await openProxy({ host: "127.0.0.1", port, target: new URL(server.url) });
    deployed = `http://127.0.0.1:${port}`;
    account.cached.add("page:acontent:3");
    const { status, said } = await play(scriptOf(blocks.slice(atSetup + 1)));
    if (status !== 0) throw new Error(`The guide broke off (${status}):\n${said.slice(-3000)}`);

    expect(account.rows("SELECT count(*) AS n FROM workspaces")).toEqual([{ n: 0 }]);
    expect(account.worker()).toMatchObject({ limits: { cpu_ms: 20_000 } });
    expect(bound("DB_A")).toMatchObject({ type: "d1", id: expect.stringMatching(/^5e0a/) });
    expect(bound("CACHE")).toMatchObject({ namespace_id: expect.stringMatching(/^a1b2/) });
    expect(bound("MEDIA")).toMatchObject({ bucket_name: "starling-media" });
    expect(bound("PUBLIC_ORIGIN")).toMatchObject({ text: address });
    expect(bound("MODEL_NAME")).toBeDefined();
    expect(account.domains).toContainEqual(
      expect.objectContaining({ hostname: "read.example.com" }),
    );
    expect(account.subdomain).toMatchObject({ enabled: false, previews_enabled: false });
    expect(account.crons).toEqual([{ cron: "* * * * *" }]);
    expect([...account.consumers.keys()].sort()).toEqual([...account.queues.keys()].sort());
    expect(account.consumers.get("beats")).toMatchObject({ dead_letter_queue: "beats-dead" });

    expect(said.match(/All is well\./g)).toHaveLength(2);
    expect(said).toMatch(/"apiKey":"sk_/);
    expect(said).toMatch(/"items":\[\]/);
    expect(said).toContain('"replayed":0');
    expect(account.restores).toEqual(["2026-11-26T09:00:00.000Z"]);
    expect(account.cached).toEqual(new Set());

    // Rotated twice, the first key dropped; the model's key beside them; all of it deployed.
    const now = await secretsNow();
    expect(now.ADMIN_SECRET).toBe(made.ADMIN_SECRET);
    expect(now.SIGNING_KEYS).toMatch(/^3:[0-9a-f]{64},2:[0-9a-f]{64}$/);
    expect(now.MODEL_API_KEY).toBe("some-model-key");
    for (const [name, value] of Object.entries(now))
      expect(bound(name)).toMatchObject({ text: value });
    // Not in what git knows, and not in what was said.
    expect(said).not.toContain(now.SIGNING_KEYS.slice(2, 66));
    const own = ["production.json", "production.secrets.json", "wrangler.production.json"];
    const ignored = readFileSync(join(root, ".gitignore"), "utf8").split("\n");
    expect(ignored).toEqual(expect.arrayContaining(own));
  });
}, 600_000);
