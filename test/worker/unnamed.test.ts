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
    expect(html).toContain("1 more read by somebody who stays unnamed");
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
  await read(codes.moments, false);
  await read(codes.moments, true);
  vi.useFakeTimers({ now: lateInTheEvening, toFake: ["Date"] });
  await read(codes.chat);
  const by = { contentId, senderId: sender.id };
  expect(await sums()).toEqual([
    { ...by, channel: "chat", date: "2026-11-21", reads: 1, engagedMs: null },
    { ...by, channel: "chat", date: "2026-11-20", reads: 3, engagedMs: 24_000 },
    { ...by, channel: "moments", date: "2026-11-20", reads: 1, engagedMs: null },
  ]);
  expect(await sums("?channel=moments")).toHaveLength(1);
  expect(await sums("?since=2026-11-21")).toHaveLength(1);
  expect(await sums("?contentId=anothercontent")).toEqual([]);
  const long = await world.call("GET", "/v1/visits/unnamed?since=2026-01-01");
  expect(long.status).toBe(422);
});

test("who agreed is a row, and the kit says how many more there are", async () => {
  await read(contactCode, true);
  await read(contactCode);
  await read(codes.moments, false);
  await endVisits();
  const { body } = await world.call<{ items: object[] }>("GET", "/v1/visits");
  expect(body.items).toMatchObject([{ rung: "named", contact: { name: "悠悠妈妈" } }]);
  const html = await kit("zh-CN");
  expect(rowsIn(html)).toBe(1);
  expect(html).toContain("一共 3 次阅读");
  expect(html).toContain("另有 2 次阅读");
});

test("another workspace's sums are nobody's business", async () => {
  await read(codes.chat);
  const other = await newWorkspace();
  const { body } = await other.call<{ items: Sum[] }>("GET", "/v1/visits/unnamed");
  expect(body.items).toEqual([]);
});
