import { beforeEach, describe, expect, test, vi } from "vitest";
import { duration } from "../../src/domain/units.ts";
import { confidenceOf } from "../../src/tracking/qualify.ts";
import { readingWorld } from "./people.ts";
import { addLink, deliver, endVisits, env, fetchRaw, type World } from "./world.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

type Visit = {
  id: string;
  rung: string;
  link: string | null;
  viewerId: string | null;
  contact: { name: string } | null;
  startedAt: string;
  engagedMs: number;
  scroll: number;
  sections: { heading: string; ms: number }[];
  parent: string | null;
  app: string;
  bot: boolean;
  own: boolean;
  confidence: string;
  closed: boolean;
  revision: number;
};

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let code: string;
/** Messages that were sent to the queue and not delivered yet. */
let queued: string[];

beforeEach(async () => {
  ({ world, sender, contentId, code, queued } = await readingWorld());
});

const send = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetchRaw(path, {
    method: "POST",
    headers: { "User-Agent": phone, "Content-Type": "text/plain", ...headers },
    body,
  });

/** Opens the link as a reader and gives the page's token. */
async function openPage(headers: Record<string, string> = {}, at = code) {
  const get = (path: string) => fetchRaw(path, { headers: { "User-Agent": phone, ...headers } });
  const first = await get(`/s/${at}`);
  const page = await get(first.headers.get("Location") ?? "");
  const html = await page.text();
  const token = /data-token="([^"]+)"/.exec(html)?.[1] ?? "";
  return {
    token,
    html,
    cookies: page.headers.getSetCookie(),
    address: first.headers.get("Location") ?? "",
  };
}

type BeatFields = {
  seq?: number;
  engaged?: number;
  scroll?: number;
  sections?: number[];
  end?: 0 | 1;
  why?: string;
};

const beat = (token: string, fields: BeatFields = {}) => {
  const {
    seq = 1,
    engaged = 1500,
    scroll = 500,
    sections = [500, 1000],
    end = 0,
    why = "c",
  } = fields;
  return `1 ${token} ${seq} ${why} ${end} ${engaged} ${scroll} ${sections.join() || "-"}`;
};

/** Sends a beat that is not the first, after the first. */
async function sendSecond(token: string, fields: BeatFields) {
  await send("/t", beat(token, { engaged: 1000, sections: [0] }));
  return await send("/t", beat(token, { seq: 2, ...fields }));
}

/** Delivers what is queued, as one batch, and empties the queue. */
async function drain(at?: number) {
  const bodies = queued.splice(0);
  return await deliver("beats", bodies, at);
}

/** Visits as the API shows them: those of readers who agreed. */
async function shown(query = ""): Promise<Visit[]> {
  const { body } = await world.call<{ items: Visit[] }>("GET", `/v1/visits${query}`);
  return body.items;
}

/** Visits as they are stored, whoever the reader was. */
async function visits(): Promise<Visit[]> {
  const { results } = await env.DB_A.prepare(
    `SELECT id, rung, code AS link, viewer_id AS viewerId, parent_hash AS parent, engaged_ms AS engagedMs,
       idle_ms AS idleMs, scroll, app, bot, own, seq, end_seq AS endSeq, was_cut AS wasCut,
       closed_at AS closedAt, revision
     FROM visits ORDER BY quarter DESC, started_at DESC, id DESC`,
  ).all<Record<string, string & number>>();
  return results.map((row) => ({
    ...(row as unknown as Visit),
    scroll: Number(row.scroll) / 1000,
    bot: row.bot === 1,
    own: row.own === 1,
    confidence: confidenceOf({
      wasCut: row.wasCut === 1,
      idleMs: duration(Number(row.idleMs)),
      seq: Number(row.seq),
      endSeq: Number(row.endSeq),
    }),
    closed: row.closedAt !== null,
  }));
}

const passTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });

describe("a beat", () => {
  test("becomes a visit with its totals", async () => {
    const { token } = await openPage();
    passTime(5000);
    const answer = await sendSecond(token, { engaged: 4000, sections: [1000, 3000], end: 1 });
    expect(answer.status).toBe(204);
    await drain();
    const [visit] = await visits();
    expect(visit).toMatchObject({
      engagedMs: 4000,
      scroll: 0.5,
      app: "wechat",
      bot: false,
      own: false,
      confidence: "complete",
      closed: false,
    });
  });

  test("tells the time per section of a reader who agreed", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send(
      "/t/consent",
      JSON.stringify({ token, choice: true, textVersion: "1", language: "zh" }),
    );
    await send("/t", beat(token, { engaged: 4000, sections: [1000, 3000], end: 1 }));
    await drain();
    const [visit] = await shown();
    expect(visit?.sections.map(({ heading, ms }) => [heading, ms])).toEqual([
      ["", 1000],
      ["看", 3000],
    ]);
  });

  test("repeated, late or reordered changes nothing that a later one said", async () => {
    const { token } = await openPage();
    passTime(60_000);
    const beats = [
      beat(token, { seq: 1, engaged: 1000, scroll: 100, sections: [1000] }),
      beat(token, { seq: 2, engaged: 20_000, scroll: 400, sections: [9000, 11_000] }),
      beat(token, { seq: 3, engaged: 45_000, scroll: 900, sections: [9000, 20_000, 16_000] }),
    ];
    for (const body of [beats[2], beats[0], beats[0], beats[1], beats[2]]) {
      await send("/t", body ?? "");
      await drain();
    }
    const [visit] = await visits();
    expect(visit).toMatchObject({ engagedMs: 45_000, scroll: 0.9 });
    const row = await env.DB_A.prepare("SELECT sections FROM visits").first();
    expect(row).toEqual({ sections: "[9000,20000,16000]" });
  });

  test("cannot claim more time than the server saw pass", async () => {
    const { token } = await openPage();
    passTime(3000);
    await sendSecond(token, { engaged: 3_600_000, sections: [3_600_000] });
    await drain();
    const [visit] = await visits();
    expect(visit?.engagedMs).toBeLessThanOrEqual(6000);
    expect(visit?.confidence).toBe("estimated");
  });

  test.each([
    ["a token of nobody's", (token: string) => beat(`${token}x`), 403],
    ["no token", () => beat(""), 400],
    ["no format", () => "hello", 400],
    ["too much", (token: string) => beat(token) + "0".repeat(5000), 413],
  ])("with %s is refused and queues nothing", async (_, make, status) => {
    const { token } = await openPage();
    expect((await send("/t", make(token))).status).toBe(status);
    expect(queued).toEqual([]);
  });

  test("a day later is refused", async () => {
    const { token } = await openPage();
    passTime(25 * 3_600_000);
    expect((await send("/t", beat(token))).status).toBe(403);
  });

  test("that the queue refuses is answered 503, and the next total repairs it", async () => {
    const { token } = await openPage();
    passTime(20_000);
    vi.mocked(env.BEATS.send).mockRejectedValueOnce(new Error("queue is full"));
    const lost = await send("/t", beat(token, { seq: 1, engaged: 5000 }));
    expect([lost.status, lost.headers.get("Retry-After")]).toEqual([503, "5"]);
    await send("/t", beat(token, { seq: 2, engaged: 10_000 }));
    await drain();
    expect((await visits())[0]?.engagedMs).toBe(10_000);
  });

  test("from a machine is kept, flagged and never counted", async () => {
    const bot = {
      "User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    };
    const { token } = await openPage(bot);
    passTime(5000);
    await send("/t", beat(token), bot);
    await drain();
    expect((await visits())[0]?.bot).toBe(true);
    await endVisits();
    const report = await world.call("GET", `/v1/contents/${contentId}/report`);
    expect(report.body).toMatchObject({ reads: 0, open: 0 });
  });

  test("of the sender's own look is never a read", async () => {
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const { token } = await openPage({ Cookie: cookie });
    passTime(5000);
    await send("/t", beat(token));
    await drain();
    expect((await visits())[0]?.own).toBe(true);
    await endVisits();
    const report = await world.call("GET", `/v1/contents/${contentId}/report`);
    expect(report.body).toMatchObject({ reads: 0, open: 0 });
  });
});

describe("the rungs of consent", () => {
  test("at the aggregate rung a visit keeps no link, viewer, ref or minute", async () => {
    const { token } = await openPage();
    passTime(5000);
    await sendSecond(token, { engaged: 1500 });
    await drain();
    const row = await env.DB_A.prepare("SELECT * FROM visits").first();
    expect(row).toMatchObject({
      rung: "aggregate",
      code: null,
      viewer_id: null,
      ref_hash: null,
      parent_hash: null,
      started_at: null,
      sender_id: sender.id,
      channel: "moments",
    });
    expect(Number(row?.quarter) % 900_000).toBe(0);
    const node = await env.DB_A.prepare("SELECT viewer_id FROM spread_nodes").first();
    expect(node).toEqual({ viewer_id: null });
    expect(await env.DB_A.prepare("SELECT count(*) AS n FROM viewers").first()).toEqual({ n: 0 });
  });

  const consent = (token: string, choice: boolean, cookie = "") =>
    send("/t/consent", JSON.stringify({ token, choice, textVersion: "2026-11", language: "zh" }), {
      ...(cookie ? { Cookie: cookie } : {}),
    });
  const jar = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .filter((line) => !/Max-Age=0/.test(line))
      .map((line) => line.split(";")[0])
      .join("; ");

  test("a yes gives the visit in progress a viewer, and later visits the same one", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token));
    await drain();
    const answer = await consent(token, true);
    expect(answer.status).toBe(204);
    await drain();
    const [first] = await visits();
    expect(first).toMatchObject({ rung: "anonymous", link: code, engagedMs: 1500 });
    expect(first?.viewerId).toBeTruthy();

    passTime(900_000);
    const again = await openPage({ Cookie: jar(answer) });
    passTime(5000);
    await send("/t", beat(again.token));
    await drain();
    const viewers = new Set((await visits()).map(({ viewerId }) => viewerId));
    expect(viewers.size).toBe(1);
    const proof = await env.DB_A.prepare(
      "SELECT choice, text_version, language FROM consents",
    ).first();
    expect(proof).toEqual({ choice: 1, text_version: "2026-11", language: "zh" });
  });

  test("a yes never reaches back to a visit that was over", async () => {
    const before = await openPage();
    passTime(5000);
    await send("/t", beat(before.token));
    await drain();
    const now = await openPage();
    passTime(5000);
    await send("/t", beat(now.token));
    await consent(now.token, true);
    await drain();
    expect((await visits()).map(({ rung }) => rung).sort()).toEqual(["aggregate", "anonymous"]);
  });

  test("a no is remembered without an identifier and keeps nothing of anybody", async () => {
    const { token } = await openPage();
    passTime(5000);
    const answer = await consent(token, false);
    expect(jar(answer)).toMatch(/^sn_\w+=1$/);
    await send("/t", beat(token));
    await drain();
    expect((await visits())[0]).toMatchObject({ rung: "aggregate", link: null, viewerId: null });
    const page = await openPage({ Cookie: jar(answer) });
    expect(page.html).toContain('data-state="refused"');
    expect(await env.DB_A.prepare("SELECT viewer_id FROM consents").first()).toEqual({
      viewer_id: null,
    });
  });

  test("in mode notice a viewer begins at once, and a no takes back what the visit had", async () => {
    await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
    const link = await addLink(world, { contentId, senderId: sender.id, channel: "chat" });
    const { token, cookies } = await openPage({}, link.code);
    expect(cookies.join()).toContain("sv_");
    passTime(5000);
    await send("/t", beat(token));
    await drain();
    expect((await visits())[0]).toMatchObject({ rung: "anonymous", link: link.code });
    await consent(token, false);
    await drain();
    passTime(5000);
    await send("/t", beat(token, { seq: 2, engaged: 4000 }));
    await drain();
    expect((await visits())[0]).toMatchObject({
      rung: "aggregate",
      link: null,
      viewerId: null,
      parent: null,
      engagedMs: 4000,
    });
  });

  test("Sec-GPC means aggregate, whatever the mode", async () => {
    await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
    const link = await addLink(world, { contentId, senderId: sender.id, channel: "chat" });
    const { token, cookies } = await openPage({ "Sec-GPC": "1" }, link.code);
    expect(cookies).toEqual([]);
    passTime(5000);
    await send("/t", beat(token));
    await drain();
    expect((await visits())[0]?.rung).toBe("aggregate");
  });

  test("a contact's link names the reader who agrees, and not whom it was passed on to", async () => {
    const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "悠悠妈妈",
    });
    const link = await addLink(world, {
      contentId,
      senderId: sender.id,
      contactId: contact.body.id,
    });
    const mum = await openPage({}, link.code);
    await consent(mum.token, true);
    passTime(10 * 60_000);
    const shared = await fetchRaw(mum.address, { headers: { "User-Agent": phone } });
    const friendToken = /data-token="([^"]+)"/.exec(await shared.text())?.[1] ?? "";
    await consent(friendToken, true);
    passTime(5000);
    await send("/t", beat(mum.token));
    await send("/t", beat(friendToken));
    await drain();
    const all = await shown();
    expect(all.map(({ rung }) => rung).sort()).toEqual(["anonymous", "named"]);
    expect((await shown(`?contactId=${contact.body.id}`)).map((v) => v.contact?.name)).toEqual([
      "悠悠妈妈",
    ]);
    const friend = all.find(({ rung }) => rung === "anonymous");
    const mumNode = await env.DB_A.prepare(
      "SELECT ref_hash FROM visits WHERE parent_hash IS NULL",
    ).first();
    expect(friend?.parent).toBe(mumNode?.ref_hash);
  });
});

describe("closing", () => {
  const tick = (at: number) => deliver("beats", ["a tick1"], at);

  test("a visit closes when the queue's own clock is 90 s past its last beat", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token));
    await drain();
    const at = Date.now();
    await tick(at + 80_000);
    expect((await visits())[0]?.closed).toBe(false);
    await tick(at + 95_000);
    expect((await visits())[0]?.closed).toBe(true);
  });

  test("an outage closes nobody: without the queue's clock time does not pass", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token));
    await drain();
    passTime(3_600_000);
    await send("/t", "x");
    expect((await visits())[0]?.closed).toBe(false);
  });

  test("a later beat opens it again, as the same visit with a new revision", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token, { seq: 1 }));
    await drain();
    await tick(Date.now() + 300_000);
    passTime(300_000);
    await send("/t", beat(token, { seq: 2, engaged: 9000 }));
    await drain();
    const all = await visits();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ closed: false, revision: 1, engagedMs: 9000 });
  });

  test("a repeated beat leaves a visit that is over as it is", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token));
    const bodies = [...queued];
    await drain();
    await tick(Date.now() + 300_000);
    await deliver("beats", bodies);
    expect((await visits())[0]).toMatchObject({ closed: true, revision: 0 });
    const open = await env.DB_A.prepare("SELECT count(*) AS n FROM open_visits").first();
    expect(open).toEqual({ n: 0 });
  });

  test("an answer after the end opens the visit again, once, since it changes what is kept", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token));
    await drain();
    await tick(Date.now() + 300_000);
    await send(
      "/t/consent",
      JSON.stringify({ token, choice: true, textVersion: "1", language: "zh" }),
    );
    const bodies = [...queued];
    await drain();
    await deliver("beats", bodies);
    expect((await visits())[0]).toMatchObject({ closed: false, revision: 1, rung: "anonymous" });
  });
});

describe("the consumer", () => {
  /** Counts the rows that D1 says it wrote, indexes included. */
  function countRows() {
    const counted = { rows: 0 };
    const run = env.DB_A.batch.bind(env.DB_A);
    vi.spyOn(env.DB_A, "batch").mockImplementation(async (statements) => {
      const results = await run(statements);
      for (const { meta } of results) counted.rows += meta.rows_written;
      return results as never;
    });
    return counted;
  }

  async function readTwelveBeats(token: string) {
    passTime(400_000);
    for (let seq = 1; seq <= 12; seq++) {
      const sections = [seq * 10_000, seq * 20_000];
      await send("/t", beat(token, { seq, engaged: seq * 30_000, sections }));
      await drain();
    }
    await deliver("beats", ["a tick1"], Date.now() + 100_000);
  }

  test("writes at most 20 rows for a visit of 12 beats that come one by one, closing included", async () => {
    const { token } = await openPage();
    const counted = countRows();
    await readTwelveBeats(token);
    expect((await visits())[0]).toMatchObject({ engagedMs: 360_000, closed: true });
    expect(counted.rows).toBeLessThanOrEqual(20);
  });

  test("writes no more for a viewer who is remembered", async () => {
    await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
    const link = await addLink(world, { contentId, senderId: sender.id, channel: "chat" });
    const first = await openPage({}, link.code);
    const cookie = first.cookies.map((line) => line.split(";")[0]).join("; ");
    await send("/t", beat(first.token, { engaged: 1 }));
    await drain();
    await deliver("beats", ["a tick1"], Date.now() + 100_000);
    const again = await openPage({ Cookie: cookie }, link.code);
    const counted = countRows();
    await readTwelveBeats(again.token);
    const both = await visits();
    expect(new Set(both.map(({ viewerId }) => viewerId)).size).toBe(1);
    expect(both.filter(({ closed }) => closed)).toHaveLength(2);
    expect(counted.rows).toBeLessThanOrEqual(20);
  });

  test("a batch of one visit's beats is one row", async () => {
    const { token } = await openPage();
    passTime(400_000);
    for (let seq = 1; seq <= 12; seq++)
      await send("/t", beat(token, { seq, engaged: seq * 30_000 }));
    const told = await drain();
    expect(told.acked).toHaveLength(12);
    expect(await visits()).toHaveLength(1);
  });

  test("a poisoned message goes back alone; the others are written", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token));
    queued.unshift("a nonsense", "q tick1");
    const told = await drain();
    expect(told).toEqual({ acked: ["beats-2"], retried: ["beats-0", "beats-1"] });
    expect(await visits()).toHaveLength(1);
  });

  test("while D1 is out nothing is acknowledged, and nothing is lost", async () => {
    const { token } = await openPage();
    passTime(5000);
    await send("/t", beat(token));
    const bodies = [...queued];
    vi.spyOn(env.DB_A, "batch").mockRejectedValueOnce(new Error("D1 is overloaded"));
    expect(await drain()).toEqual({ acked: [], retried: ["beats-0"] });
    await deliver("beats", bodies);
    expect(await visits()).toHaveLength(1);
  });

  test("dead letters are kept", async () => {
    await deliver("beats-dead", ["a nonsense"]);
    const letter = await env.DB_A.prepare("SELECT queue, body FROM dead_letters").first();
    expect(letter).toEqual({ queue: "beats-dead", body: "a nonsense" });
  });
});

describe("other people's pages", () => {
  test("get a token and a ref for a code, from any origin, without a cookie", async () => {
    const answer = await send("/t/open", JSON.stringify({ code }), {
      Origin: "https://shop.example",
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    const { token, ref } = (await answer.json()) as { token: string; ref: string };
    expect(ref).toMatch(/^a[\w-]{32}$/);
    passTime(5000);
    expect((await send("/t", beat(token))).status).toBe(204);
  });

  test("an unknown code is 404", async () => {
    expect((await send("/t/open", JSON.stringify({ code: "aNoSuchL" }))).status).toBe(404);
  });

  test("a page that comes back from the back/forward cache keeps its ref", async () => {
    const { address } = await openPage();
    const ref = address.split(".")[1];
    passTime(3_600_000);
    const answer = await send("/t/open", JSON.stringify({ code, ref }));
    const own = ((await answer.json()) as { token: string }).token.split("~")[6];
    const again = await send("/t/open", JSON.stringify({ code, parentRef: ref }));
    const child = ((await again.json()) as { token: string }).token.split("~");
    expect(child[7]).toBe(own);
    expect(child[6]).not.toBe(own);
  });

  test("the script is served by hash for a year, and short under its plain name", async () => {
    const { html } = await openPage();
    const src = /src="(\/t\/[0-9a-f]+\.js)"/.exec(html)?.[1] ?? "";
    expect((await fetchRaw(src)).headers.get("Cache-Control")).toContain("immutable");
    expect((await fetchRaw("/t.js")).headers.get("Cache-Control")).toBe("public, max-age=300");
  });
});

test("the report adds up reads, senders and days, and hides how long and how far fewer than three unnamed ones read", async () => {
  for (const count of [1, 2]) {
    const { token } = await openPage();
    passTime(20_000);
    await sendSecond(token, { engaged: 10_000 * count, sections: [0, 10_000 * count] });
    await drain();
  }
  const path = `/v1/contents/${contentId}/report`;
  expect((await world.call<Report>("GET", path)).body).toMatchObject({ reads: 0, open: 2 });
  await endVisits();
  const two = await world.call<Report>("GET", path);
  expect(two.body).toMatchObject({
    reads: 2,
    viewers: 0,
    medianEngagedMs: null,
    engagedMs: null,
    open: 0,
    channels: [{ channel: "moments", reads: 2, engagedMs: null }],
    apps: [{ app: "wechat", reads: 2, engagedMs: null }],
  });
  expect(two.body.sections.every(({ readers }) => readers === null)).toBe(true);
  expect(two.body.senders).toMatchObject([{ senderId: sender.id, name: "林夏", reads: 2 }]);
  expect(two.body.days.reduce((sum, { reads }) => sum + reads, 0)).toBe(2);

  const { token } = await openPage();
  passTime(20_000);
  await sendSecond(token, { engaged: 6000, sections: [0, 6000] });
  await drain();
  await endVisits();
  const three = await world.call<Report>("GET", path);
  expect(three.body).toMatchObject({
    medianEngagedMs: 10_000,
    engagedMs: 36_000,
    channels: [{ channel: "moments", reads: 3, engagedMs: 36_000 }],
    apps: [{ app: "wechat", reads: 3, engagedMs: 36_000 }],
  });
  expect(three.body.sections[1]).toMatchObject({
    heading: "看",
    readers: 3,
    totalMs: 36_000,
    meanMs: 12_000,
  });
});

type Report = {
  sections: { heading: string; readers: number | null }[];
  senders: unknown[];
  days: { reads: number }[];
};
