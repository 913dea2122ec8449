/** What was promised before every process was killed at once holds after the next start. */
import type { ChildProcess } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import {
  beginIngest,
  ended,
  freePort,
  killAll,
  type Place,
  type Ready,
  ready,
  start,
} from "../support/local.ts";

// Each test starts Starling twice, which on a busy machine takes minutes.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

let place: Place;
let child: ChildProcess;
let running: Ready;
let api: Api;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "starling-restart-"));
  place = { folder, port: await freePort() };
  await begin();
});
afterEach(async () => {
  const end = child.exitCode === null && child.signalCode === null && ended(child);
  child.kill("SIGTERM");
  await end;
  await rm(place.folder, { recursive: true, force: true });
});

async function begin(): Promise<void> {
  child = start(place);
  running = await ready(child);
  api = apiClient(running.baseUrl, running.apiKey);
}

const post = (path: string, body: string) =>
  fetch(new URL(path, running.baseUrl), {
    method: "POST",
    headers: { "User-Agent": phone, "Content-Type": "text/plain" },
    body,
  });

/** The ids of all visits that are written down. */
async function writtenVisits(): Promise<string[]> {
  const folder = join(place.folder, "v3/d1/miniflare-D1DatabaseObject");
  const found: string[] = [];
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sqlite"));
  for (const file of files) {
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE name = 'visits'").all();
    if (tables.length > 0) {
      const rows = database.prepare("SELECT id FROM visits").all();
      found.push(...rows.map(({ id }) => String(id)));
    }
    database.close();
  }
  return found.sort();
}

/** Looks until what it sees is what is wanted, or too long. */
async function settled<T>(look: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const seen = await look();
    if (wanted(seen) || tries === 300) return seen;
    await setTimeout(100);
  }
}

test("a hundred beats that were acknowledged make a hundred visits", async () => {
  const code = new URL(running.shareUrl).pathname.slice("/s/".length);
  const tokens = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const opened = await post("/t/open", JSON.stringify({ code }));
      return ((await opened.json()) as { token: string }).token;
    }),
  );
  const answers = await Promise.all(tokens.map((token) => post("/t", `1 ${token} 1 c 0 1 500 1`)));
  await killAll(place, child);
  expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 204));

  await begin();
  const visits = await settled(writtenVisits, ({ length }) => length >= 100);
  expect(visits).toHaveLength(100);
});

test("clicks that were answered are counted, none twice; jobs that were taken are done", async () => {
  const { items } = await api.get<{ items: { id: string }[] }>("/v1/senders?limit=1");
  const senderId = items[0]!.id;
  const link = await api.post<{ code: string }>("/v1/links", {
    senderId,
    url: "https://example.com/",
  });
  const content = await api.post<{ id: string }>("/v1/contents", {
    title: "A better night",
    body: "## Dim the lights\n\nAn hour before bed.",
    drafts: ["{Sleeping badly?|Lying awake again?} Four small steps helped."],
    topics: ["sleep"],
    purpose: "inform",
  });
  const pictured = await api.post<{ id: string }>("/v1/contents", {
    title: "A picture",
    body: "## Look\n\nAt it.",
    drafts: ["Look."],
  });
  const counted = async () => (await api.get<{ clicks: number }>(`/v1/links/${link.code}`)).clicks;
  // Of two models: of one, no more than 60 clicks a minute are people's.
  const click = async (model: string) => {
    const answer = await fetch(new URL(`/s/${link.code}`, running.baseUrl), {
      redirect: "manual",
      headers: { "User-Agent": `${phone} ${model}` },
    });
    expect(answer.status).toBe(302);
  };
  await Promise.all(Array.from({ length: 40 }, () => click("first")));
  // Some are being written while it ends.
  await settled(counted, (clicks) => clicks > 0);
  await Promise.all(Array.from({ length: 40 }, () => click("second")));
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${content.id}/publish`, {
    acceptAchieved: true,
  });
  const ingestId = await beginIngest(running, pictured.id);
  await killAll(place, child);

  await begin();
  await finishJob(api, jobId, 60_000);
  await finishJob(api, ingestId, 60_000);
  expect(await settled(counted, (clicks) => clicks >= 80)).toBe(80);
  await api.patch(`/v1/contents/${content.id}`, { title: "A better morning" });
});

test("what is kept on disk is what the Worker stores, and no trace of its requests", async () => {
  const stores = await readdir(join(place.folder, "v3"));
  const known = ["cache", "d1", "kv", "r2", "ratelimit"];
  expect(stores).toContain("d1");
  expect(stores.filter((store) => !known.includes(store))).toEqual([]);
});
