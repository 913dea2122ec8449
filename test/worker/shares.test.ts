/** Where pages were passed on to, and outside pages with the names of their parts. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { decodeMessage } from "../../src/tracking/beat-message.ts";
import { shareMessage } from "../../src/tracking/share-report.ts";
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
const minute = 60_000;

type Opened = { token: string; ref: string };
type Spread = {
  destinations: {
    items: { to: string; shares: number; readers: number }[];
    sentence: { zh: string; en: string };
  };
  nodes: { kind: string; below: number; sharedTo: string[] }[];
};

type Briefing = { items: { why: object[] }[]; text: { zh: string } };

let world: World;
let senderId: string;
let contentId: string;
let code: string;
let queued: string[];

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace({ consentMode: "notice" });
  contentId = await publish(world);
  senderId = (await addSender(world, "林夏")).id;
  code = (await addLink(world, { contentId, senderId })).code;
  queued = [];
  vi.spyOn(env.BEATS, "send").mockImplementation(async (body) => {
    queued.push(String(body));
    return {} as never;
  });
});

const passTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });
const send = (path: string, body: string) =>
  fetchRaw(path, { method: "POST", headers: { "User-Agent": phone }, body });

/** Somebody reads a page, through somebody else's ref or none; their messages and their own ref. */
async function read(link: string, parentRef?: string, sections = "9000,2000") {
  passTime(20 * minute);
  const before = queued.length;
  const answer = await send("/t/open", JSON.stringify({ code: link, parentRef }));
  const { token, ref } = (await answer.json()) as Opened;
  passTime(12_000);
  await send("/t", `2 ${token} 1 c 0 9000 0 0 500 ${sections}`);
  passTime(12_000);
  await send("/t", `2 ${token} 2 c 0 11000 0 0 900 ${sections}`);
  const claims = decodeMessage(queued[before] ?? "")?.claims;
  if (!claims) throw new Error("Nothing was told");
  return { ref, claims };
}

const spread = async () =>
  (await world.call<Spread>("GET", `/v1/contents/${contentId}/spread`)).body;
const shared = async () =>
  (await env.DB_A.prepare("SELECT destination FROM spread_shares").all()).results;
const reach = async () =>
  (await spread()).destinations.items.map(({ to, shares, readers }) => [to, shares, readers]);

describe("where a page was passed on to", () => {
  test("is known of those who came where its page was told, and said to be unknown of all others", async () => {
    const a = await read(code);
    await read(code, a.ref);
    await read(code, a.ref);
    const b = await read(code);
    await read(code, b.ref);
    await deliver("beats", queued);
    await endVisits();
    expect(await reach()).toEqual([
      ["chat", 0, 0],
      ["moments", 0, 0],
      ["other", 0, 0],
      ["unknown", 2, 3],
    ]);
    expect((await spread()).destinations.sentence.en).toContain(
      "3 readers came by re-shares; where those went is unknown: only pages inside WeChat are told",
    );
    const told = shareMessage({ claims: a.claims, to: "moments" });
    await deliver("beats", [told, told]);
    expect(await reach()).toEqual([
      ["chat", 0, 0],
      ["moments", 1, 2],
      ["other", 0, 0],
      ["unknown", 1, 1],
    ]);
    const { destinations, nodes } = await spread();
    expect(destinations.sentence.zh).toContain("其中 2 位知道转到了哪里，1 位不知道");
    expect(nodes.find(({ below }) => below === 2)?.sharedTo).toEqual(["moments"]);
    // To two places: by which of them somebody came nobody knows.
    await deliver("beats", [shareMessage({ claims: a.claims, to: "chat" })]);
    expect(await reach()).toEqual([
      ["chat", 1, 0],
      ["moments", 1, 0],
      ["other", 0, 0],
      ["unknown", 1, 3],
    ]);
  });

  test("is kept also where it is told before the read itself, and of no person", async () => {
    const a = await read(code);
    await deliver("beats", [shareMessage({ claims: a.claims, to: "chat" })]);
    await deliver("beats", queued);
    await endVisits();
    expect((await spread()).nodes.find(({ kind }) => kind === "viewer")?.sharedTo).toEqual([
      "chat",
    ]);
    const row = await env.DB_A.prepare("SELECT * FROM spread_shares").first();
    expect(JSON.stringify(row)).not.toContain(a.claims.viewerId ?? "none");
    expect(JSON.stringify(row)).not.toContain(a.claims.visitId);
  });

  test("is not believed of machines, previews and bursts, nor of a link that is none", async () => {
    const { claims } = await read(code);
    await deliver("beats", [
      shareMessage({ claims: { ...claims, isBot: true }, to: "chat" }),
      shareMessage({ claims: { ...claims, isPreview: true }, to: "chat" }),
      shareMessage({ claims: { ...claims, isBurst: true }, to: "chat" }),
      shareMessage({ claims: { ...claims, own: null }, to: "chat" }),
      shareMessage({ claims: { ...claims, code: "anocode" as typeof claims.code }, to: "chat" }),
    ]);
    expect(await shared()).toEqual([]);
  });
});

test("an outside page's report tells its parts by their names, and why a figure is missing", async () => {
  const outside = await addLink(world, { url: "https://example.com/plan", senderId });
  const other = await addLink(world, {
    url: "https://example.com/plan",
    senderId,
    channel: "print",
  });
  for (const link of [outside, other, outside]) await read(link.code, undefined, "6000,5000");
  await read(outside.code, undefined, "0,0,7000");
  await deliver("beats", queued);
  await endVisits();
  type Report = { sections: { place: number; heading: string | null; readers: number | null }[] };
  const path = `/v1/links/${outside.code}/report`;
  const unnamed = await world.call<Report>("GET", path);
  expect(
    unnamed.body.sections.map(({ place, heading, readers }) => [place, heading, readers]),
  ).toEqual([
    [0, null, 3],
    [1, null, 3],
    [2, null, null],
  ]);
  const named = await world.call("PUT", `/v1/links/${other.code}/sections`, {
    sections: ["Price", "How it works", "Questions", "Contact"],
  });
  expect(named.status).toBe(200);
  const { body } = await world.call<Report>("GET", path);
  expect(body.sections).toMatchObject([
    { heading: "Price", readers: 3, totalMs: 18_000, meanMs: 6000, missing: null },
    { heading: "How it works", readers: 3 },
    {
      heading: "Questions",
      readers: null,
      missing: { en: expect.stringContaining("Fewer than 3 readers:") },
    },
    { heading: "Contact", readers: null, missing: { zh: expect.stringContaining("不足 3 位") } },
  ]);
  const csv = async (from: string) =>
    (
      await fetchRaw(from, {
        headers: { Authorization: `Bearer ${world.key}`, Accept: "text/csv" },
      })
    ).text();
  expect(await csv(path)).toContain("section,0,Price,,,3,18000");
  expect(await csv("/v1/report")).toContain("page,https://example.com/plan,,4,4,");
  expect(await csv("/v1/report")).toContain("app,wechat,,4,,");
  expect(await csv(`/v1/senders/${senderId}/report`)).toContain("channel,print,,1,,");
  expect(await csv(`/v1/contents/${contentId}/activity`)).toContain(
    `${senderId},林夏,,,0,,,false,0`,
  );
  expect(await csv(`/v1/senders/${senderId}/activity`)).toContain(
    `${contentId},三步读懂孩子的创造力`,
  );
  const refused = await world.call("PUT", `/v1/links/${code}/sections`, { sections: ["x"] });
  expect(refused.status).toBe(422);
  const stranger = await newWorkspace();
  const theirs = `/v1/links/${other.code}/sections`;
  expect((await stranger.call("PUT", theirs, { sections: [] })).status).toBe(404);
  expect((await world.call<Report>("GET", `/v1/links/${code}/report`)).body.sections).toBeNull();
});

test("an outside page has its address, and its parts their names, wherever its reads are told", async () => {
  const outside = await addLink(world, { url: "https://example.com/plan?id=7", senderId });
  await world.call("PUT", `/v1/links/${outside.code}/sections`, { sections: ["Price", "Terms"] });
  // One reader, twice: a sentence speaks of a part that was read again.
  const { claims } = await read(outside.code, undefined, "200,10800");
  await read(outside.code, undefined, "200,10800");
  await deliver("beats", queued);
  await env.DB_A.prepare("UPDATE visits SET viewer_id = ?").bind(claims.viewerId).run();
  await endVisits();

  const { body } = await world.call<{ items: object[] }>("GET", "/v1/visits");
  expect(body.items[0]).toMatchObject({
    contentId: null,
    url: "https://example.com/plan?id=7",
    sections: [{ heading: "Price" }, { heading: "Terms", ms: 10_800 }],
  });
  const briefing = await world.call<Briefing>("GET", `/v1/senders/${senderId}/briefing`);
  expect(briefing.body.items[0]?.why).toContainEqual(
    expect.objectContaining({
      kind: "section-again",
      contentId: null,
      title: "example.com/plan?id=7",
      sentence: {
        zh: expect.stringContaining("《example.com/plan?id=7》里的“Terms”一节读了 2 次"),
        en: expect.stringContaining("read the part “Terms” of “example.com/plan?id=7” twice"),
      },
    }),
  );
  expect(briefing.body.text.zh).toContain("关于《example.com/plan?id=7》里的“Terms”");
});
