/** What can be talked into the figures by whoever needs no account, and what not. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { grantedUnasked } from "../../src/storage/granted.ts";
import {
  addLink,
  addSender,
  deliver,
  endVisits,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

const phoneOf = (model: string) =>
  `Mozilla/5.0 (Linux; Android 14; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50`;
const phone = phoneOf("V2309A");
const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const minute = 60_000;

type Report = {
  reads: number;
  doubtful: number;
  clicks: number;
  opens: number;
  senders: { reads: number; doubtful: number }[];
  days: unknown[];
};

let world: World;
let senderId: string;
let contentId: string;
let code: string;
let queued: string[];

/** The platform's limiter, with windows that do not depend on when the test runs. */
function countInPlaceOf(limiter: RateLimit, limit: number) {
  const counts = new Map<string, number>();
  vi.spyOn(limiter, "limit").mockImplementation(async ({ key }) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { success: count <= limit };
  });
  return counts;
}

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace();
  senderId = (await addSender(world)).id;
  contentId = await publish(world);
  code = (await addLink(world, { contentId, senderId })).code;
  queued = [];
  vi.spyOn(env.BEATS, "send").mockImplementation(async (body) => {
    queued.push(String(body));
    return {} as never;
  });
  countInPlaceOf(env.BURST_LIMIT, 60);
  countInPlaceOf(env.CROWD_LIMIT, 3000);
  // No test runs from one minute into the next: an isolate grants the first few of each.
  passTime(0);
});

const passTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });

/** What one browser at one address may do with a link in a minute: the platform's sixty, and the isolate's few. */
const bound = 60 + grantedUnasked;

function send(path: string, body: string, agent = phone) {
  return fetchRaw(path, { method: "POST", headers: { "User-Agent": agent }, body });
}

/** Opens a link until its next opening is one that the platform's limiter is asked about. */
async function openUntilAsked(agent = phone): Promise<void> {
  for (let time = 0; time < grantedUnasked; time++) await openByCall(agent);
}

async function openByCall(agent = phone, more: object = {}): Promise<string> {
  const answer = await send("/t/open", JSON.stringify({ code, ...more }), agent);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { token: string }).token;
}

const beat = (token: string, seq: number, engagedMs: number, agent = phone) =>
  send("/t", `2 ${token} ${seq} c 0 ${engagedMs} 0 0 500 ${engagedMs}`, agent);

/** Delivers what is queued in the platform's batches, ends the visits and reads the report. */
async function report(): Promise<Report> {
  while (queued.length > 0) await deliver("beats", queued.splice(0, 100));
  await endVisits();
  const { body } = await world.call<Report>("GET", `/v1/contents/${contentId}/report`);
  return body;
}

const count = async (table: string) =>
  (await env.DB_A.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n;

describe("a read", () => {
  test("is not made by a token and one message, three hundred times or once", async () => {
    for (let time = 0; time < 300; time++) await beat(await openByCall(), 1, 2000);
    expect(await report()).toMatchObject({
      reads: 0,
      doubtful: 300,
      senders: [{ reads: 0, doubtful: 300 }],
      days: [],
    });
    expect(await count("spread_nodes")).toBe(0);
  });

  test("is not made by saying how long one has read, or by many messages of one moment", async () => {
    const token = await openByCall(phone, { readMs: 600_000 });
    for (let seq = 1; seq <= 40; seq++) await beat(token, seq, 15_000 * seq);
    expect(await report()).toMatchObject({ reads: 0, doubtful: 1 });
  });

  test("is not made by one message that comes later, or the same one twice", async () => {
    const token = await openByCall();
    passTime(30_000);
    await beat(token, 7, 20_000);
    await beat(token, 7, 20_000);
    expect(await report()).toMatchObject({ reads: 0, doubtful: 1 });
  });

  test("is made by a page that is heard twice over a second, in one batch or in two", async () => {
    for (const isApart of [false, true]) {
      const token = await openByCall();
      passTime(1000);
      await beat(token, 1, 1000);
      if (isApart) await report();
      passTime(500);
      await beat(token, 2, 1500);
    }
    expect(await report()).toMatchObject({ reads: 2, doubtful: 0, senders: [{ reads: 2 }] });
    expect(await count("spread_nodes")).toBe(2);
  });
});

describe("a burst", () => {
  /** A visit that takes its time, as a page's script would. */
  async function read(agents: readonly string[]) {
    const tokens: string[] = [];
    for (const agent of agents) tokens.push(await openByCall(agent));
    passTime(6000);
    for (const [at, token] of tokens.entries()) {
      await beat(token, 1, 1000, agents[at]);
      await beat(token, 2, 6000, agents[at]);
    }
  }

  test("by one browser from one address on one link counts no further than people come", async () => {
    await read(Array.from({ length: 100 }, () => phone));
    expect(await report()).toMatchObject({ reads: bound, doubtful: 100 - bound });
  });

  test("is said of each of its visits whose reader agreed", async () => {
    vi.spyOn(env.BURST_LIMIT, "limit").mockResolvedValue({ success: false });
    await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
    code = (await addLink(world, { contentId, senderId, channel: "chat" })).code;
    await openUntilAsked();
    await read([phone]);
    await report();
    const { body } = await world.call<{ items: { id: string; confidence: string }[] }>(
      "GET",
      "/v1/visits",
    );
    expect(body.items).toMatchObject([{ confidence: "doubtful" }]);
    const why = await world.call<{ sentences: { en: string }[] }>(
      "GET",
      `/v1/visits/${body.items[0]?.id}/explanation`,
    );
    expect(why.body.sentences.at(-1)?.en).toMatch(/opened from one place more often/);
  });

  test("is not what many phones of many models behind one address are", async () => {
    const models = Array.from({ length: 25 }, (_, at) => phoneOf(`Model ${at}`));
    await read(Array.from({ length: 500 }, (_, at) => models[at % models.length] ?? ""));
    expect(await report()).toMatchObject({ reads: 500, doubtful: 0 });
  });

  test("of one link leaves another link, and the same from elsewhere, alone", async () => {
    const keys = countInPlaceOf(env.BURST_LIMIT, 60);
    const open = async (address: string) => {
      const headers = { "User-Agent": phone, "CF-Connecting-IP": address };
      const body = JSON.stringify({ code });
      expect((await fetchRaw("/t/open", { method: "POST", headers, body })).status).toBe(200);
    };
    for (let time = 0; time <= grantedUnasked; time++) await open("203.0.113.6");
    expect([...keys.values()]).toEqual([1]);
    for (let time = 0; time < grantedUnasked; time++) await open("203.0.113.7");
    code = (await addLink(world, { contentId, senderId, channel: "chat" })).code;
    for (let time = 0; time < grantedUnasked; time++) await open("203.0.113.6");
    expect([...keys.values()]).toEqual([1]);
  });

  test("of pages is marked like one of calls", async () => {
    vi.spyOn(env.BURST_LIMIT, "limit").mockResolvedValue({ success: false });
    const crowd = vi.mocked(env.CROWD_LIMIT.limit);
    const get = (path: string) => fetchRaw(path, { headers: { "User-Agent": phone } });
    const address = (await get(`/s/${code}`)).headers.get("Location") ?? "";
    for (let time = 0; time < grantedUnasked; time++) await (await get(address)).text();
    const page = await get(address);
    expect(page.status).toBe(200);
    expect(env.BURST_LIMIT.limit).toHaveBeenCalledOnce();
    // What the limiter is asked stays on a local server's disk: by a keyed hash, of no address and no user agent.
    const [asked] = vi.mocked(env.BURST_LIMIT.limit).mock.calls[0] ?? [];
    expect(asked?.key).toMatch(/^[0-9a-f]{64}$/);
    expect(crowd).not.toHaveBeenCalled();
    const token = /data-token="([^"]+)"/.exec(await page.text())?.[1] ?? "";
    passTime(6000);
    await beat(token, 1, 1000);
    await beat(token, 2, 6000);
    expect(await report()).toMatchObject({ reads: 0, doubtful: 1 });
  });
});

describe("answers to the notice", () => {
  const answer = (token: string, choice: boolean) =>
    send("/t/consent", JSON.stringify({ token, choice, textVersion: "2026-11", language: "zh" }));

  test("of one token are one proof and one viewer, however many and in whatever batches", async () => {
    const token = await openByCall();
    passTime(3000);
    await beat(token, 1, 1000);
    await beat(token, 2, 3000);
    for (let time = 0; time < 400; time++) {
      passTime(1);
      await answer(token, time % 3 > 0);
    }
    await report();
    // The last was the 400th: time 399, which is a no.
    expect(await env.DB_A.prepare("SELECT choice, viewer_id FROM consents").all()).toMatchObject({
      results: [{ choice: 0, viewer_id: null }],
    });
    expect(await count("viewers")).toBe(0);
    expect(await count("visits")).toBe(1);
  });

  test.each([
    ["as they were given", false],
    ["the other way round", true],
  ])("count by the latest, delivered %s", async (_, isReversed) => {
    const token = await openByCall();
    for (const choice of [true, false, true]) {
      passTime(1000);
      await answer(token, choice);
    }
    if (isReversed) queued.reverse();
    for (const body of queued.splice(0)) await deliver("beats", [body]);
    await report();
    const visit = await env.DB_A.prepare("SELECT rung, refused, viewer_id FROM visits").first<{
      viewer_id: string;
    }>();
    expect(visit).toMatchObject({ rung: "anonymous", refused: 0 });
    expect(await env.DB_A.prepare("SELECT id FROM viewers").all()).toMatchObject({
      results: [{ id: visit?.viewer_id }],
    });
    expect(await env.DB_A.prepare("SELECT choice, viewer_id FROM consents").all()).toMatchObject({
      results: [{ choice: 1, viewer_id: visit?.viewer_id }],
    });
  });
});

describe("a pixel", () => {
  test("counts no further than people come from one place, and for others on", async () => {
    const get = (agent: string) => fetchRaw(`/p/${code}.gif`, { headers: { "User-Agent": agent } });
    for (let time = 0; time < 100; time++) expect((await get(phone)).status).toBe(200);
    await get(phoneOf("another"));
    await vi.waitFor(() => expect(queued).toHaveLength(bound + 1));
    expect((await report()).opens).toBe(bound + 1);
  });
});

describe("a link to an outside page", () => {
  test("leads everybody on, and counts what goes beyond people as machines' clicks", async () => {
    const link = await addLink(world, { url: "https://shop.example/a", senderId });
    for (let time = 0; time < 100; time++) {
      const answer = await fetchRaw(`/s/${link.code}`, { headers: { "User-Agent": phone } });
      expect(answer.headers.get("Location")).toMatch(/^https:\/\/shop\.example\//);
    }
    await report();
    const { body } = await world.call("GET", `/v1/links/${link.code}`);
    expect(body).toMatchObject({ clicks: bound, botClicks: 100 - bound });
  });
});

describe("how many visits begin", () => {
  test("is asked where a visit may become a read, and of no machine, head or look of the sender's own", async () => {
    const asked = vi.mocked(env.BURST_LIMIT.limit);
    const first = await fetchRaw(`/s/${code}`, { headers: { "User-Agent": phone } });
    const page = first.headers.get("Location") ?? "";
    const { kitUrl } = (await world.call<{ kitUrl: string }>("GET", `/v1/senders/${senderId}`))
      .body;
    const kit = await fetchRaw(new URL(kitUrl).pathname);
    const cookie = kit.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    /** How often the limiter was asked of one opening more than the isolate grants by itself. */
    const times = async (headers: Record<string, string>, method = "GET") => {
      asked.mockClear();
      for (let time = 0; time <= grantedUnasked; time++) {
        const init = { method, headers: { "User-Agent": phone, ...headers } };
        const answer = await fetchRaw(page, init);
        expect(answer.status).toBe(200);
        await answer.text();
      }
      return asked.mock.calls.length;
    };
    expect(await times({})).toBe(1);
    // Its page holds a token that somebody may read with.
    expect(await times({ "Sec-Purpose": "prefetch" })).toBe(1 + grantedUnasked);
    expect(await times({ "User-Agent": googlebot })).toBe(0);
    expect(await times({}, "HEAD")).toBe(0);
    expect(await times({ Cookie: cookie })).toBe(0);
  });
});

describe("a link that is used up", () => {
  const open = (path: string, headers: Record<string, string>) =>
    fetchRaw(path, { headers: { "User-Agent": phone, ...headers } });

  test.each(["content", "outside"])(
    "is closed for whoever calls themselves a bot or looks ahead, to a page of %s",
    async (kind) => {
      const to = kind === "content" ? { contentId } : { url: "https://shop.example/a" };
      const link = await addLink(world, { ...to, senderId, channel: "group", maxClicks: 1 });
      const path = `/s/${link.code}`;
      expect((await open(path, { "User-Agent": googlebot })).status).toBe(302);
      expect((await open(path, {})).status).toBe(302);
      for (const headers of [
        {},
        { "User-Agent": googlebot },
        { "Sec-Purpose": "prefetch" },
        { "Sec-Purpose": "prefetch;prerender" },
      ]) {
        expect((await open(path, headers)).status, JSON.stringify(headers)).toBe(410);
      }
      const head = await fetchRaw(path, { method: "HEAD", headers: { "User-Agent": phone } });
      expect(head.status).toBe(410);
      for (const agent of [phone, googlebot]) {
        const body = JSON.stringify({ code: link.code });
        expect((await send("/t/open", body, agent)).status).toBe(404);
        expect((await send("/t/open", `2 ${link.code}~0.5~0 1 o 0 0 0 0 0 `, agent)).status).toBe(
          404,
        );
      }
    },
  );

  test("lets its last reader go on, and come back to the page", async () => {
    const link = await addLink(world, { contentId, senderId, channel: "group", maxClicks: 1 });
    const address = (await open(`/s/${link.code}`, {})).headers.get("Location") ?? "";
    expect((await open(address, {})).status).toBe(200);
    const ref = address.split(".")[1];
    passTime(10 * minute);
    const restored = await send("/t/open", JSON.stringify({ code: link.code, ref }));
    expect(restored.status).toBe(200);
    const passedOn = await send("/t/open", JSON.stringify({ code: link.code, parentRef: ref }));
    expect(passedOn.status).toBe(404);
  });
});
