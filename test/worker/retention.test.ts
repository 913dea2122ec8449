/** What the clock deletes, and that one failure keeps nothing else from being done. */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import worker from "../../src/index.ts";
import { addLink, addSender, deliver, env, freshWorld, newWorkspace, publish } from "./world.ts";

const day = 86_400_000;
const midnight = Date.UTC(2027, 5, 1);

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  await freshWorld();
});

afterEach(() => {
  vi.useRealTimers();
});

async function tick(at: number): Promise<void> {
  vi.useFakeTimers({ now: at, toFake: ["Date"] });
  const work = createExecutionContext();
  await worker.scheduled?.(createScheduledController({ scheduledTime: new Date(at) }), env, work);
  await waitOnExecutionContext(work);
}

const run = (sql: string, ...values: unknown[]) =>
  env.DB_A.prepare(sql)
    .bind(...values)
    .run();

const names = async (sql: string) => (await env.DB_A.prepare(sql).raw()).flat();

/** A viewer with one visit, its goal, node and consent, all of one time. */
async function addTraces(workspaceId: string, senderId: string, name: string, at: number) {
  const viewer = `av${name}`;
  await run(
    `INSERT INTO visits (target, quarter, id, workspace_id, version, sender_id, channel, rung, refused,
       viewer_id, last_beat_at, engaged_ms, scroll, sections, seq, end_seq, was_cut, app, device, bot, own,
       revision)
     VALUES ('at', ?1, ?2, ?3, 1, ?4, 'chat', 'anonymous', 0, ?5, ?1, 1, 1, '[]', 1, 0, 0, 'browser',
       'phone', 0, 0, 0)`,
    at,
    name,
    workspaceId,
    senderId,
    viewer,
  );
  await run("INSERT INTO open_visits VALUES ('at', ?, ?)", at, name);
  await run(
    "INSERT INTO viewers (id, workspace_id, created_at) VALUES (?, ?, ?)",
    viewer,
    workspaceId,
    at,
  );
  await run(
    "INSERT INTO goals VALUES (?1, 'call', ?2, 'at', ?3, NULL, ?4)",
    name,
    workspaceId,
    senderId,
    at,
  );
  await run(
    "INSERT INTO spread_nodes VALUES ('at', ?1, NULL, ?2, 'acode', ?3, NULL, ?4)",
    name,
    workspaceId,
    senderId,
    at,
  );
  await run(
    `INSERT INTO consents (id, workspace_id, viewer_id, choice, text_version, language, answered_at)
     VALUES (?1, ?2, ?3, 1, 'v', 'zh', ?4)`,
    name,
    workspaceId,
    viewer,
    at,
  );
}

test("what is past a workspace's own retention period goes, with all that hangs on it", async () => {
  const short = await newWorkspace();
  await short.call("PATCH", "/v1/workspace", { retentionDays: 30 });
  const long = await newWorkspace();
  const [first, second] = [await addSender(short), await addSender(long)];
  await addTraces(short.id, first.id, "old", midnight - 31 * day);
  await addTraces(short.id, first.id, "young", midnight - 29 * day);
  await addTraces(long.id, second.id, "kept", midnight - 31 * day);
  await tick(midnight);
  expect(await names("SELECT id FROM visits ORDER BY id")).toEqual(["kept", "young"]);
  expect(await names("SELECT id FROM open_visits ORDER BY id")).toEqual(["kept", "young"]);
  expect(await names("SELECT visit_id FROM goals ORDER BY visit_id")).toEqual(["kept", "young"]);
  expect(await names("SELECT id FROM viewers ORDER BY id")).toEqual(["avkept", "avyoung"]);
  expect(await names("SELECT ref_hash FROM spread_nodes ORDER BY 1")).toEqual(["kept", "young"]);
  expect(await names("SELECT id FROM consents ORDER BY id")).toEqual(["kept", "young"]);
});

test("a period that is shortened holds within a day of it, at whatever hour it was", async () => {
  const world = await newWorkspace();
  const sender = await addSender(world);
  await addTraces(world.id, sender.id, "old", midnight - 31 * day);
  await addTraces(world.id, sender.id, "young", midnight - 20 * day);
  await tick(midnight);
  expect(await names("SELECT id FROM visits ORDER BY id")).toEqual(["old", "young"]);
  await world.call("PATCH", "/v1/workspace", { retentionDays: 30 });
  // The clock as it fires: each quarter of an hour here, and nothing but its own schedule decides what is due.
  for (let at = midnight + day / 96; at <= midnight + day; at += day / 96) {
    await tick(at);
  }
  const left = [
    "SELECT id FROM visits",
    "SELECT id FROM open_visits",
    "SELECT visit_id FROM goals",
    "SELECT ref_hash FROM spread_nodes",
    "SELECT id FROM consents",
  ];
  for (const rows of left) expect(await names(rows), rows).toEqual(["young"]);
  expect(await names("SELECT id FROM viewers")).toEqual(["avyoung"]);
});

test("a viewer who came again stays, and so does the proof that they agreed", async () => {
  const world = await newWorkspace();
  const sender = await addSender(world);
  await world.call("PATCH", "/v1/workspace", { retentionDays: 30 });
  await addTraces(world.id, sender.id, "first", midnight - 40 * day);
  await run("UPDATE visits SET viewer_id = 'avagain'");
  await addTraces(world.id, sender.id, "again", midnight - day);
  await run("UPDATE consents SET viewer_id = 'avagain' WHERE id = 'first'");
  await tick(midnight);
  expect(await names("SELECT id FROM visits")).toEqual(["again"]);
  expect(await names("SELECT id FROM viewers ORDER BY id")).toContain("avagain");
  expect(await names("SELECT id FROM consents ORDER BY id")).toEqual(["again", "first"]);
});

test("a queue that refuses the clock's message keeps nothing from expiring", async () => {
  const world = await newWorkspace();
  const sender = await addSender(world);
  await world.call("PATCH", "/v1/workspace", { retentionDays: 30 });
  await addTraces(world.id, sender.id, "old", midnight - 31 * day);
  vi.spyOn(env.BEATS, "send").mockRejectedValue(new Error("The queue is out"));
  await expect(tick(midnight)).rejects.toThrow("clock");
  expect(await names("SELECT id FROM visits")).toEqual([]);
});

test("an Idempotency-Key is free again after a day, swept or not", async () => {
  const world = await newWorkspace();
  const name = (text: string) =>
    world.call("POST", "/v1/senders", { name: text }, { once: "one-key" });
  expect((await name("A")).status).toBe(201);
  expect((await name("B")).status).toBe(409);
  vi.useFakeTimers({ now: Date.now() + day + 60_000, toFake: ["Date"] });
  expect((await name("B")).status).toBe(201);
});

test("a click or an open is counted once however often its message is delivered", async () => {
  const world = await newWorkspace();
  const sender = await addSender(world);
  const contentId = await publish(world);
  const { code } = await addLink(world, { contentId, senderId: sender.id });
  const counts = async () => {
    const { clicks, botClicks, opens } = (await world.call("GET", `/v1/links/${code}`)).body;
    return { clicks, botClicks, opens };
  };
  const noon = Date.parse("2026-11-22T12:00:00Z");
  const messages = ["click", "click", "bot-click", "open"].map((what) => `${code} count1 ${what}`);
  await deliver("beats", messages, noon, "first");
  await deliver("beats", messages, noon, "first");
  expect(await counts()).toEqual({ clicks: 2, botClicks: 1, opens: 1 });
  // Not all of a batch need come again, and what comes with it is new.
  const clicks = [`${code} count1 click`, `${code} count1 click`];
  await deliver("beats", clicks.slice(0, 1), noon, "second");
  await deliver("beats", clicks, noon, "second");
  expect(await counts()).toEqual({ clicks: 4, botClicks: 1, opens: 1 });
});

test("what was counted is remembered as long as a queue may deliver it again", async () => {
  const rows = async () => {
    const all = env.DB_A.prepare("SELECT count(*) AS n FROM counted");
    return (await all.first<{ n: number }>())?.n;
  };
  const sentAt = Date.parse("2026-11-01T12:00:00Z");
  await deliver("beats", ["aNoSuchL count1 open"], sentAt);
  expect(await rows()).toBe(1);
  await tick(sentAt + 14 * day);
  expect(await rows()).toBe(1);
  await tick(sentAt + 17 * day);
  expect(await rows()).toBe(0);
});
