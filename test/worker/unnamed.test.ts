/** Whoever did not agree is no row in any face: part of sums by content, sender, channel and day alone. */
import { beforeEach, describe, expect, test, vi } from "vitest";
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

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

type Sum = {
  contentId: string;
  senderId: string;
  channel: string;
  date: string;
  reads: number;
  engagedMs: number | null;
};

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let queued: string[];
/** Of a link that was made for one contact. */
let contactCode: string;
let codes: { moments: string; chat: string };

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace({ timezone: "Asia/Shanghai" });
  sender = await addSender(world, "林夏");
  contentId = await publish(world);
  queued = [];
  vi.spyOn(env.BEATS, "send").mockImplementation(async (body) => {
    queued.push(String(body));
    return {} as never;
  });
  const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
    senderId: sender.id,
    name: "悠悠妈妈",
  });
  const linkOf = async (more: object) =>
    (await addLink(world, { contentId, senderId: sender.id, ...more })).code;
  codes = { moments: await linkOf({}), chat: await linkOf({ channel: "chat" }) };
  contactCode = await linkOf({ channel: "chat", contactId: contact.body.id });
});

const passTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });

const send = (path: string, body: string) =>
  fetchRaw(path, { method: "POST", headers: { "User-Agent": phone }, body });

/** Reads a link; says yes, no, or nothing to the notice. */
async function read(code: string, choice?: boolean) {
  const get = (path: string) => fetchRaw(path, { headers: { "User-Agent": phone } });
  const first = await get(`/s/${code}`);
  const html = await (await get(first.headers.get("Location") ?? "")).text();
  const token = /data-token="([^"]+)"/.exec(html)?.[1] ?? "";
  const textVersion = "2026-11";
  if (choice !== undefined) {
    await send("/t/consent", JSON.stringify({ token, choice, textVersion, language: "zh" }));
  }
  passTime(1000);
  await send("/t", `2 ${token} 1 c 0 1000 0 0 100 1000,0`);
  passTime(8000);
  await send("/t", `2 ${token} 2 p 1 8000 0 0 900 3000,5000`);
  await deliver("beats", queued.splice(0));
}

async function kit(language = "en") {
  const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
  const cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  return await (
    await fetchRaw("/kit", { headers: { Cookie: cookie, "Accept-Language": language } })
  ).text();
}

const rowsIn = (html: string) => html.split('class="readers"')[1]?.match(/<li>/g)?.length ?? 0;

async function sums(query = "") {
  return (await world.call<{ items: Sum[] }>("GET", `/v1/visits/unnamed${query}`)).body.items;
}

describe.each([
  ["never answered", undefined],
  ["refused", false],
])("a reader who %s", (_, choice) => {
  beforeEach(() => read(contactCode, choice));

  test("is no row in the list of visits, nor in a list of the contact's", async () => {
    expect(await env.DB_A.prepare("SELECT count(*) AS n FROM visits").first()).toEqual({ n: 1 });
    for (const query of ["", `?contentId=${contentId}`, `?senderId=${sender.id}`]) {
      const { body } = await world.call<{ items: object[] }>("GET", `/v1/visits${query}`);
      expect(body.items, query).toEqual([]);
    }
  });

  test("is no row in the kit, which counts them", async () => {
    const html = await kit();
    expect(rowsIn(html)).toBe(0);
    expect(html).toContain("1 of them by somebody who stays unnamed");
    expect(html).not.toMatch(/\b8 ?s\b/);
  });

  test("has no explanation", async () => {
    const row = await env.DB_A.prepare("SELECT id FROM visits").first<{ id: string }>();
    const { status } = await world.call("GET", `/v1/visits/${row?.id}/explanation`);
    expect(status).toBe(404);
  });

  test("leaves no count on the link that was made for one person", async () => {
    await deliver("beats", [`${contactCode} count1 open`, `${contactCode} count1 click`]);
    const { body } = await world.call("GET", `/v1/links/${contactCode}`);
    expect(body).toMatchObject({ clicks: null, botClicks: null, opens: null });
    const others = await world.call("GET", `/v1/links/${codes.chat}`);
    expect(others.body).toMatchObject({ clicks: 0, botClicks: 0, opens: 0 });
  });

  test("is no number of the tree of that link, nor of its drawing", async () => {
    await endVisits();
    const nodes = await env.DB_A.prepare("SELECT count(*) AS n FROM spread_nodes").first("n");
    expect(nodes).toBeGreaterThan(0);
    const path = `/v1/contents/${contentId}/spread`;
    for (const query of ["", `?code=${contactCode}`, `?senderId=${sender.id}`]) {
      const { body } = await world.call<{ nodes: { code: string; below: number }[] }>(
        "GET",
        `${path}${query}`,
      );
      const own = body.nodes.filter(({ code }) => code === contactCode);
      expect(own.map(({ below }) => below).filter(Boolean), query).toEqual([]);
      expect(body, query).toMatchObject({ unnamed: 0, metrics: { size: 1, depth: 0 } });
    }
    const drawn = await (
      await fetchRaw(`${path}.svg?language=en&code=${contactCode}`, {
        headers: { Authorization: `Bearer ${world.key}` },
      })
    ).text();
    expect(drawn).toContain("0 readers");
  });

  test("is one of a sum that tells neither the link nor how long one or two of them took", async () => {
    const [sum, ...more] = await sums();
    expect(more).toEqual([]);
    expect(Object.keys(sum ?? {}).toSorted()).toEqual([
      "channel",
      "contentId",
      "date",
      "engagedMs",
      "reads",
      "senderId",
    ]);
    expect(sum).toMatchObject({ channel: "chat", reads: 1, engagedMs: null });
  });
});

test("sums are by content, sender, channel and day of the workspace, with their time from three reads on", async () => {
  const noon = Date.UTC(2026, 10, 20, 4);
  const lateInTheEvening = Date.UTC(2026, 10, 20, 16);
  vi.useFakeTimers({ now: noon, toFake: ["Date"] });
  for (let time = 0; time < 3; time++) await read(codes.chat);
  await read(codes.moments, true);
  vi.useFakeTimers({ now: lateInTheEvening, toFake: ["Date"] });
  await read(codes.chat);
  await read(codes.moments, false);
  const by = { contentId, senderId: sender.id };
  expect(await sums()).toEqual([
    { ...by, channel: "chat", date: "2026-11-21", reads: 1, engagedMs: null },
    { ...by, channel: "moments", date: "2026-11-21", reads: 1, engagedMs: null },
    { ...by, channel: "chat", date: "2026-11-20", reads: 3, engagedMs: 24_000 },
  ]);
  expect(await sums("?channel=moments")).toHaveLength(1);
  expect(await sums("?since=2026-11-21")).toHaveLength(2);
  expect(await sums("?contentId=anothercontent")).toEqual([]);
  const long = await world.call("GET", "/v1/visits/unnamed?since=2026-01-01");
  expect(long.status).toBe(422);
});

test("who agreed is a row, and the kit says of how many of its reads there is none", async () => {
  await read(contactCode, true);
  await read(contactCode);
  await read(codes.moments, false);
  await endVisits();
  const { body } = await world.call<{ items: object[] }>("GET", "/v1/visits");
  expect(body.items).toMatchObject([{ rung: "named", contact: { name: "悠悠妈妈" } }]);
  const html = await kit("zh-CN");
  expect(rowsIn(html)).toBe(1);
  expect(html).toContain("一共 3 次阅读。其中 2 次，");
});

/** Every face on which a sum of reads has a time. */
const faces = () => [
  `/v1/contents/${contentId}/report`,
  `/v1/contents/${contentId}/report?since=2026-11-20&until=2026-11-21`,
  "/v1/report",
  `/v1/senders/${sender.id}/report`,
  `/v1/links/${codes.chat}/report`,
];

async function csv(path: string) {
  const headers = { Authorization: `Bearer ${world.key}`, Accept: "text/csv" };
  return await (await fetchRaw(path, { headers })).text();
}

async function week() {
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", {
    name: "Ana",
    role: "head-office",
  });
  const { pathname, origin } = new URL(body.signInUrl);
  const entered = await fetchRaw(pathname, {
    method: "POST",
    headers: { Accept: "text/html", Origin: origin },
    body: new URLSearchParams({ to: "/console" }),
  });
  const cookie = entered.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const look = async (path: string) =>
    await (
      await fetchRaw(path, {
        headers: { Accept: "text/html", Cookie: cookie, "Accept-Language": "en" },
      })
    ).text();
  const paths = ["/console", "/console/posts", `/console/posts/${contentId}/report?by=channel`];
  return (await Promise.all(paths.map(look))).join("\n");
}

describe("how long one or two unnamed readers read", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 4), toFake: ["Date"] });
  });

  test("is on no face: not alone, and not beside somebody whose rows would be taken from it", async () => {
    await read(codes.chat, true);
    await read(codes.chat);
    await read(codes.chat, false);
    await endVisits();
    for (const path of faces()) {
      const { body } = await world.call<{ reads: number; engagedMs: number | null }>("GET", path);
      expect(body, path).toMatchObject({ reads: 3, engagedMs: null });
      expect(JSON.stringify(body), path).not.toMatch(/(8|16|24)000\b/);
      expect(await csv(path), path).not.toMatch(/\b(8|16|24)000\b/);
    }
    const own = await world.call("GET", faces()[0] ?? "");
    expect(own.body).toMatchObject({ medianEngagedMs: null, completion: null, scroll: null });
    const shown = await week();
    expect(shown).toContain("One or two readers stay unnamed");
    expect(shown).not.toMatch(/\b(8|16|24) s\b/);
  });

  test("is told in a sum from three on, on every face", async () => {
    await read(codes.chat, true);
    for (let time = 0; time < 3; time++) await read(codes.chat);
    await endVisits();
    for (const path of faces()) {
      const { body } = await world.call("GET", path);
      expect(body, path).toMatchObject({ reads: 4, engagedMs: 32_000 });
    }
    expect(await week()).toMatch(/\b32 s\b/);
  });

  test("is not what the other parts leave of a whole", async () => {
    for (let time = 0; time < 4; time++) await read(codes.chat);
    await read(codes.moments, false);
    await endVisits();
    type Parts = { engagedMs: number | null; channels: { engagedMs: number | null }[] };
    const { body } = await world.call<Parts>("GET", faces()[0] ?? "");
    expect(body.engagedMs).toBe(40_000);
    expect(body.channels.map(({ engagedMs }) => engagedMs)).toEqual([null, null]);
    expect((await sums()).map(({ engagedMs }) => engagedMs)).toEqual([null, null]);
    // Nor may it be asked for by itself.
    expect((await sums("?channel=chat")).map(({ engagedMs }) => engagedMs)).toEqual([null]);
    expect(await sums(`?senderId=${sender.id}`)).toHaveLength(2);
  });

  test("has no minute: a period of any face is widened to whole days of the workspace", async () => {
    await read(codes.chat);
    await endVisits();
    const minute = "?since=2026-11-20T01:00:00Z&until=2026-11-20T01:15:00Z";
    expect(await sums(minute)).toHaveLength(1);
    const { body } = await world.call("GET", `/v1/contents/${contentId}/report${minute}`);
    expect(body).toMatchObject({ reads: 1 });
    // The evening of the 19th is the 20th in Shanghai from 16:00 on.
    expect(await sums("?since=2026-11-19T15:00:00Z&until=2026-11-19T16:00:00Z")).toEqual([]);
    expect(await sums("?since=2026-11-19T16:00:00Z&until=2026-11-19T16:15:00Z")).toHaveLength(1);
  });

  test("is not in the report of a link that was made for a contact, nor how often it was opened", async () => {
    for (let time = 0; time < 4; time++) await read(contactCode, false);
    await deliver("beats", [`${contactCode} count1 open`]);
    await endVisits();
    const { body } = await world.call("GET", `/v1/links/${contactCode}/report`);
    const nothing = { clicks: null, botClicks: null, opens: null, reads: null, engagedMs: null };
    expect(body).toMatchObject(nothing);
  });
});

test("another workspace's sums are nobody's business", async () => {
  await read(codes.chat);
  const other = await newWorkspace();
  const { body } = await other.call<{ items: Sum[] }>("GET", "/v1/visits/unnamed");
  expect(body.items).toEqual([]);
});
