/** What the rungs of consent, a refusal and a deletion leave behind, and for how long. */

import { beforeEach, describe, expect, test, vi } from "vitest";
import { readingWorld } from "./people.ts";
import { addLink, deliver, endVisits, env, fetchRaw, type World } from "./world.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let code: string;
let queued: string[];

beforeEach(async () => {
  ({ world, sender, contentId, code, queued } = await readingWorld());
});

const passTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });

async function openPage(headers: Record<string, string> = {}, at = code): Promise<string> {
  const get = (path: string) => fetchRaw(path, { headers: { "User-Agent": phone, ...headers } });
  const first = await get(`/s/${at}`);
  const html = await (await get(first.headers.get("Location") ?? "")).text();
  return /data-token="([^"]+)"/.exec(html)?.[1] ?? "";
}

const send = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetchRaw(path, { method: "POST", headers: { "User-Agent": phone, ...headers }, body });

const beat = (token: string, seq = 1, sections = [500, 1000]) =>
  send("/t", `1 ${token} ${seq} c 0 ${1500 * seq} 500 ${sections.join()}`);

const consent = (token: string, choice: boolean, headers: Record<string, string> = {}) =>
  send(
    "/t/consent",
    JSON.stringify({ token, choice, textVersion: "2026-11", language: "zh" }),
    headers,
  );

const jar = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((line) => !/Max-Age=0/.test(line))
    .map((line) => line.split(";")[0])
    .join("; ");

async function drain(at?: number) {
  const bodies = queued.splice(0);
  return await deliver("beats", bodies, at);
}

const count = async (table: string, where = "true") =>
  (
    await env.DB_A.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).first<{
      n: number;
    }>()
  )?.n;

async function contactLink(name = "悠悠妈妈") {
  const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
    senderId: sender.id,
    name,
  });
  const contactId = contact.body.id;
  const link = await addLink(world, { contentId, senderId: sender.id, contactId });
  return { contactId, code: link.code };
}

describe("at the aggregate rung", () => {
  test("a closed visit keeps no time finer than a quarter-hour", async () => {
    const token = await openPage();
    passTime(5000);
    await beat(token);
    await drain();
    await deliver("beats", ["a tick1"], Date.now() + 100_000);
    const row = await env.DB_A.prepare("SELECT * FROM visits").first();
    expect(row?.closed_at).toBeTruthy();
    for (const [column, value] of Object.entries(row ?? {})) {
      if (typeof value === "number" && value > 1e12) expect(value % 900_000, column).toBe(0);
    }
  });

  test("the spread tree keeps a day, so that no node leads to a visit by its time", async () => {
    const token = await openPage();
    passTime(5000);
    await beat(token);
    await beat(token, 2);
    await drain();
    const node = await env.DB_A.prepare("SELECT * FROM spread_nodes").first();
    const times = Object.values(node ?? {}).filter((value) => Number(value) > 1e12);
    expect(times.map((at) => Number(at) % 86_400_000)).toEqual([0]);
  });
});

test("a section's readers are people: one who comes three times is one", async () => {
  const yes = await consent(await openPage(), true);
  for (let time = 0; time < 3; time++) {
    const token = await openPage({ Cookie: jar(yes) });
    passTime(5000);
    await beat(token);
    await beat(token, 2);
  }
  await drain();
  await endVisits();
  const report = () =>
    world.call<{ reads: number; sections: { readers: number | null }[] }>(
      "GET",
      `/v1/contents/${contentId}/report`,
    );
  const one = await report();
  expect(one.body.reads).toBe(3);
  expect(one.body.sections.map(({ readers }) => readers)).not.toContain(3);
  for (const token of [await openPage(), await openPage(), await openPage()]) {
    passTime(5000);
    await beat(token);
    await beat(token, 2);
  }
  await drain();
  await endVisits();
  expect((await report()).body.sections[0]?.readers).toBe(4);
});

describe("a yes", () => {
  test("taken back on the same visit leaves no viewer and no name", async () => {
    const link = await contactLink();
    const token = await openPage({}, link.code);
    const yes = await consent(token, true);
    passTime(5000);
    await beat(token);
    await drain();
    expect(await count("viewers", "contact_id IS NOT NULL")).toBe(1);
    await consent(token, false, { Cookie: jar(yes) });
    await drain();
    expect(await count("viewers")).toBe(0);
  });

  test("from a browser that sends Sec-GPC keeps nothing and sets no cookie", async () => {
    const answer = await consent(await openPage(), true, { "Sec-GPC": "1" });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(queued).toEqual([]);
  });

  test("of the sender who tries a contact's link does not make them the contact", async () => {
    const link = await contactLink();
    const kit = await fetchRaw(new URL(sender.kitUrl).pathname);
    const token = await openPage({ Cookie: jar(kit) }, link.code);
    await consent(token, true, { Cookie: jar(kit) });
    passTime(5000);
    await beat(token);
    await drain();
    expect(await count("viewers", "contact_id IS NOT NULL")).toBe(0);
  });

  test("of whoever opens a contact's link second names nobody: they may have it from them", async () => {
    const link = await contactLink();
    for (const _ of ["the contact", "a friend"]) {
      const token = await openPage({}, link.code);
      await consent(token, true);
      passTime(5000);
      await beat(token);
      await drain();
    }
    expect(await count("viewers")).toBe(2);
    expect(await count("viewers", "contact_id IS NOT NULL")).toBe(1);
  });

  test("before the first beat leaves the app and the device to that beat", async () => {
    const token = await openPage();
    await consent(token, true);
    await drain();
    passTime(5000);
    await beat(token);
    await drain();
    const { body } = await world.call<{ items: object[] }>("GET", "/v1/visits");
    expect(body.items).toMatchObject([{ app: "wechat", device: "phone" }]);
  });
});

describe("a deleted contact", () => {
  test("leaves its viewers nameless, now and for whoever opens the link later", async () => {
    const link = await contactLink();
    const token = await openPage({}, link.code);
    await consent(token, true);
    passTime(5000);
    await beat(token);
    await drain();
    const deleted = await world.call("DELETE", `/v1/contacts/${link.contactId}`);
    expect(deleted.status).toBe(204);
    const later = await openPage({}, link.code);
    await consent(later, true);
    await drain();
    expect(await count("viewers")).toBe(2);
    expect(await count("viewers", "contact_id IS NOT NULL")).toBe(0);
    const { body } = await world.call<{ items: { rung: string }[] }>("GET", "/v1/visits");
    expect(body.items.map(({ rung }) => rung)).toEqual(["anonymous", "anonymous"]);
  });
});
