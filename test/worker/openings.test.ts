/** Visits that a page begins itself, and the bounds and words of what they are worth. */
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
  sampleContent,
  type World,
} from "./world.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

type Visit = {
  id: string;
  engagedMs: number;
  atLeastMs: number;
  atMostMs: number | null;
  confidence: string;
  startedAt: string;
  sections: { ms: number }[];
  bot: boolean;
};
type Opened = { token: string; ref: string };

let world: World;
let contentId: string;
let code: string;
let queued: string[];

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace();
  // Sections of one visit are shown of readers who may be remembered.
  await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
  contentId = await publish(world);
  const { id: senderId } = await addSender(world, "林夏");
  code = (await addLink(world, { contentId, senderId })).code;
  queued = [];
  vi.spyOn(env.BEATS, "send").mockImplementation(async (body) => {
    queued.push(String(body));
    return {} as never;
  });
});

const send = (path: string, body: string) =>
  fetchRaw(path, {
    method: "POST",
    headers: { "User-Agent": phone, "Content-Type": "text/plain" },
    body,
  });
const passTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });

/** Sends a page's opening with its totals; `figures` are SEQ WHY FLAGS ENGAGED IDLE TRUST SCROLL SECTIONS. */
async function open(where: string, figures: string): Promise<Opened> {
  const answer = await send("/t/open", `2 ${where} ${figures}`);
  expect(answer.status).toBe(200);
  return await answer.json();
}

/** A first beat that comes late: so that a visit which told all in its opening is heard a second time. */
async function hearAgain({ token }: Opened): Promise<void> {
  passTime(1100);
  expect((await send("/t", `2 ${token} 1 c 0 0 0 0 0 `)).status).toBe(204);
}

async function visits(): Promise<Visit[]> {
  const bodies = queued;
  queued = [];
  await deliver("beats", bodies);
  return (await world.call<{ items: Visit[] }>("GET", "/v1/visits")).body.items;
}

describe("a page that begins its visit itself", () => {
  test("writes nothing as long as nothing was read", async () => {
    await open(`${code}~0.5~0`, "1 o 0 0 0 0 0 ");
    expect(queued).toEqual([]);
  });

  test("is believed what it read before it was heard", async () => {
    const opened = await open(`${code}~0.5~8000`, "2 p 1 8000 0 0 900 8000");
    expect(await visits()).toMatchObject([{ engagedMs: 8000, confidence: "doubtful" }]);
    await hearAgain(opened);
    expect(await visits()).toMatchObject([{ engagedMs: 8000, confidence: "complete" }]);
  });

  test("is believed no more than it says to have been read for, nor more than ten minutes", async () => {
    await hearAgain(await open(`${code}~0.5~3000`, "2 p 1 20000 0 0 900 "));
    await hearAgain(await open(`${code}~0.6~86400000`, "99 p 1 7200000 0 0 900 "));
    const [a, b] = (await visits()).toSorted((x, y) => x.engagedMs - y.engagedMs);
    expect(a?.confidence).toBe("estimated");
    expect(Math.abs((a?.engagedMs ?? 0) - 5000)).toBeLessThan(1000);
    expect(b?.confidence).toBe("estimated");
    // The moments that the calls themselves take are on the server's clock, too.
    expect(Math.abs((b?.engagedMs ?? 0) - 602_000)).toBeLessThan(1000);
  });

  test("that asks again makes one visit, one reader and one place in the tree", async () => {
    const first = await open(`${code}~0.5~1000`, "1 c 0 1000 0 0 100 1000");
    passTime(5000);
    const second = await open(`${code}~0.5~6000`, "2 c 0 6000 0 0 100 6000");
    const [one, two] = [first, second].map(({ token }) => token.split("~"));
    // Visit, own ref, viewer and start.
    for (const at of [0, 6, 8]) expect(one?.[at]).toBe(two?.[at]);
    const starts = [one, two].map((words) => Number.parseInt(words?.[11] ?? "", 36));
    expect(Math.abs((starts[0] ?? 0) - (starts[1] ?? 0))).toBeLessThan(1000);
    passTime(4000);
    await send("/t", `2 ${first.token} 3 p 1 10000 0 0 100 10000`);
    expect(await visits()).toMatchObject([{ engagedMs: 10_000, confidence: "complete" }]);
    const count = (table: string) =>
      env.DB_A.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>();
    expect(await count("viewers")).toEqual({ n: 1 });
    expect(await count("spread_nodes")).toEqual({ n: 1 });
  });

  test.each([
    ["one after the other", [[0], [1]]],
    ["the later one first", [[1], [0]]],
    ["in one batch", [[1, 0]]],
  ])(
    "that asks again at the turn of a quarter-hour makes one visit, taken %s",
    async (_, batches) => {
      const turn = Math.ceil(Date.now() / 900_000) * 900_000;
      vi.useFakeTimers({ now: turn, toFake: ["Date"] });
      await open(`${code}~0.5~1000`, "1 c 0 1000 0 0 100 1000");
      // Half a second longer on its way: so the visit seems to have begun after the turn.
      passTime(5500);
      await open(`${code}~0.5~5000`, "2 c 0 5000 0 0 100 5000");
      const bodies = queued.splice(0);
      for (const batch of batches)
        await deliver(
          "beats",
          batch.map((at) => bodies[at] ?? ""),
        );
      expect(await visits()).toMatchObject([{ engagedMs: 5000, confidence: "truncated" }]);
    },
  );

  test("and goes on asking for an hour, of which ten minutes are believed, makes one visit", async () => {
    for (let asked = 1; asked <= 6; asked++) {
      const readMs = asked * 600_000;
      await open(`${code}~0.5~${readMs}`, `${asked * 20} c 0 ${readMs} 0 0 100 ${readMs}`);
      await deliver("beats", queued.splice(0));
      passTime(600_000);
    }
    expect(await visits()).toHaveLength(1);
  });

  test("is a read by asking twice alone, each time for a token of its own, as over a slow network", async () => {
    passTime(0);
    await open(`${code}~0.5~5000`, "2 c 0 5000 0 0 100 5000");
    expect(await visits()).toMatchObject([{ confidence: "doubtful" }]);
    passTime(900);
    await open(`${code}~0.5~5900`, "3 c 1 5900 0 0 100 5900");
    expect(await visits()).toMatchObject([{ engagedMs: 5900, confidence: "doubtful" }]);
    passTime(4000);
    await open(`${code}~0.5~9900`, "4 c 1 9900 0 0 100 9900");
    expect(await visits()).toMatchObject([{ engagedMs: 9900, confidence: "complete" }]);
  });

  test("is no read by a second word in the same moment, though it was told to be over in between", async () => {
    await world.call("PATCH", "/v1/workspace", { consentMode: "opt-in" });
    const { token } = await open(`${code}~0.5~0`, "1 c 0 0 0 0 100 ");
    const begun = Date.now();
    passTime(300);
    await send("/t", `2 ${token} 2 c 0 2000 0 0 100 2000`);
    await deliver("beats", queued.splice(0));
    await endVisits(begun + 3_600_000);
    const reads = () =>
      env.DB_A.prepare(
        "SELECT rung, seen_ms AS seenMs, closed_at IS NOT NULL AS isOver FROM visits",
      ).first<{
        seenMs: number;
      }>();
    expect(await reads()).toMatchObject({ rung: "aggregate", isOver: 1 });
    passTime(100);
    await send("/t", `2 ${token} 3 c 0 2500 0 0 200 2500`);
    await deliver("beats", queued.splice(0));
    expect(await reads()).toMatchObject({ isOver: 0 });
    expect((await reads())?.seenMs).toBeLessThan(1000);
  });

  test("is another visit under another key, and under another link", async () => {
    const other = await addLink(world, { contentId, senderId: (await addSender(world, "周")).id });
    const tokens = await Promise.all([
      open(`${code}~0.5~1000`, "1 c 0 1000 0 0 100 "),
      open(`${code}~0.6~1000`, "1 c 0 1000 0 0 100 "),
      open(`${other.code}~0.5~1000`, "1 c 0 1000 0 0 100 "),
    ]);
    expect(new Set(tokens.map(({ token }) => token.split("~")[0])).size).toBe(3);
  });

  test("tells a ref that is its own from one that is perhaps somebody else's", async () => {
    const { ref } = await open(`${code}~0.5~0`, "1 o 0 0 0 0 0 ");
    passTime(3_600_000);
    const own = (await open(`/s/${code}.${ref}~0.6~0`, "1 o 0 0 0 0 0 ")).token.split("~");
    const child = (await open(`${code}^${ref}~0.7~0`, "1 o 0 0 0 0 0 ")).token.split("~");
    expect(child[7]).toBe(own[6]);
    expect(child[6]).not.toBe(own[6]);
  });

  test.each([
    ["no beat", "nonsense", 400],
    ["a token in the address's place", "2 aTok 1 c 0 0 0 0 0 ", 400],
    ["an unknown code", "2 aNoSuchL~0.5~0 1 c 0 0 0 0 0 ", 404],
  ])("is refused with %s", async (_what, body, status) => {
    expect((await send("/t/open", body)).status).toBe(status);
  });

  test("can be begun by fields too, as somebody's own script does", async () => {
    const body = JSON.stringify({ code, key: "mine", readMs: 5000 });
    const { token } = (await (await send("/t/open", body)).json()) as Opened;
    const again = (await (await send("/t/open", body)).json()) as Opened;
    expect(again.token.split("~")[0]).toBe(token.split("~")[0]);
    await send("/t", `2 ${token} 2 p 1 5000 0 0 100 `);
    await hearAgain({ token, ref: "" });
    expect(await visits()).toMatchObject([{ engagedMs: 5000, confidence: "complete" }]);
  });
});

describe("what a visit is worth", () => {
  const begin = async (readMs: number, figures: string) => {
    await hearAgain(await open(`${code}~0.5~${readMs}`, figures));
    const [visit] = await visits();
    return visit;
  };

  test("where the idle limit cut, it says between what the truth lies", async () => {
    expect(await begin(64_000, "9 p 1 29000 35000 20000 900 29000")).toMatchObject({
      engagedMs: 29_000,
      atLeastMs: 9000,
      atMostMs: 64_000,
      confidence: "idle",
    });
  });

  test("where the page went without a word, nobody can say how much it is at most", async () => {
    expect(await begin(40_000, "7 c 0 36000 0 0 900 ")).toMatchObject({
      atLeastMs: 36_000,
      atMostMs: null,
      confidence: "truncated",
    });
  });

  test("a total told out of step is estimated", async () => {
    expect(await begin(600_000, "2 p 1 600000 0 0 900 ")).toMatchObject({
      engagedMs: 600_000,
      atLeastMs: 0,
      confidence: "estimated",
    });
  });

  test("sections never sum above the total, though they came with different beats", async () => {
    await open(`${code}~0.5~20000`, "3 c 0 10000 0 0 900 10000");
    const visit = await begin(20_000, "4 p 1 12000 0 0 900 ,12000");
    expect(visit?.sections.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThanOrEqual(12_002);
  });

  test("a browser that a program drives is a bot", async () => {
    expect(await begin(9000, "3 p 3 9000 0 0 900 ")).toMatchObject({ bot: true });
  });
});

describe("a visit's explanation", () => {
  type Explained = { confidence: string; sentences: { about: string; zh: string; en: string }[] };
  const explain = (id: string, query = "") =>
    world.call<Explained>("GET", `/v1/visits/${id}/explanation${query}`);

  test("says how its seconds came about, in Chinese and in English", async () => {
    await hearAgain(await open(`${code}~0.5~64000`, "9 p 1 29000 35000 20000 900 29000"));
    const [visit] = await visits();
    const { body } = await explain(visit?.id ?? "");
    expect(body.confidence).toBe("idle");
    expect(body.sentences.map(({ about }) => about)).toEqual([
      "beats",
      "idle",
      "hidden",
      "confidence",
    ]);
    expect(body.sentences.at(-1)?.en).toMatch(/between 9 and 64 s/);
    const found = await explain(visit?.id ?? "", `?startedAt=${visit?.startedAt}`);
    expect(found.body).toEqual(body);
  });

  test("is nobody's who did not agree, nor another workspace's", async () => {
    await world.call("PATCH", "/v1/workspace", { consentMode: "opt-in" });
    passTime(130_000);
    await open(`${code}~0.5~5000`, "3 p 1 5000 0 0 900 5000");
    expect(await visits()).toEqual([]);
    const row = await env.DB_A.prepare("SELECT id FROM visits").first<{ id: string }>();
    expect((await explain(row?.id ?? "")).status).toBe(404);
    expect((await explain("aNoSuchVisit")).status).toBe(404);
  });
});

test("a page of more sections than are told apart is told, with the first of them", async () => {
  const body = Array.from({ length: 260 }, (_, at) => `## 第${at}节\n\n内容。`).join("\n\n");
  const long = await publish(world, { ...sampleContent, body });
  const { id: senderId } = await addSender(world, "周");
  const link = await addLink(world, { contentId: long, senderId });
  const get = (path: string) => fetchRaw(path, { headers: { "User-Agent": phone } });
  const page = await get((await get(`/s/${link.code}`)).headers.get("Location") ?? "");
  const token = /data-token="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  passTime(40_000);
  const sections = Array.from({ length: 260 }, () => 100).join();
  expect((await send("/t", `2 ${token} 7 p 1 36000 0 0 900 ${sections}`)).status).toBe(204);
  const [visit] = await visits();
  expect(visit?.engagedMs).toBe(36_000);
  expect(visit?.sections.length).toBe(200);
});

test("the reader's page is given the small script, other people's pages the whole", async () => {
  const get = (path: string) => fetchRaw(path, { headers: { "User-Agent": phone } });
  const page = await get((await get(`/s/${code}`)).headers.get("Location") ?? "");
  const src = /src="(\/t\/[0-9a-f]+\.js)"/.exec(await page.text())?.[1] ?? "";
  const own = await (await get(src)).text();
  const whole = await (await get("/t.js")).text();
  expect(own).not.toContain("starling");
  expect(whole).toContain("starling");
});

test("openings are held back sooner than beats, and the platform is asked of no reader's first few", async () => {
  const limited = vi.spyOn(env.OPEN_LIMIT, "limit").mockResolvedValue({ success: false });
  passTime(0);
  const sendFromAfar = async (path: string, body: string) => {
    const headers = { "User-Agent": phone, "CF-Connecting-IP": "203.0.113.9" };
    return (await fetchRaw(path, { method: "POST", headers, body })).status;
  };
  const openFromAfar = () => sendFromAfar("/t/open", `2 ${code}~0.5~0 1 o 0 0 0 0 0 `);
  for (let time = 0; time < grantedUnasked; time++) expect(await openFromAfar()).toBe(200);
  expect(limited).not.toHaveBeenCalled();
  expect(await openFromAfar()).toBe(429);
  expect(limited).toHaveBeenCalledOnce();
  expect(await sendFromAfar("/t", "2 t 1 c 0 0 0 0 0 ")).toBe(403);
  passTime(60_000);
  expect(await openFromAfar()).toBe(200);
  expect(limited).toHaveBeenCalledOnce();
});
