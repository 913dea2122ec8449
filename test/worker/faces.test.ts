/** What readers and senders meet on the public faces when something is odd, long or broken. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { parseClaims } from "../../src/tracking/index.ts";
import {
  addLink,
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile";
const open = (path: string, headers: Record<string, string> = {}) =>
  fetchRaw(path, { headers: { "User-Agent": phone, ...headers } });

let world: World;
let sender: { id: string; kitUrl: string };

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace({ name: "早安家居", timezone: "Asia/Shanghai" });
  sender = await addSender(world, "林夏");
});

async function pageOf(code: string, headers: Record<string, string> = {}) {
  const first = await open(`/s/${code}`, headers);
  return await open(first.headers.get("Location") ?? "", headers);
}

describe("a code that cannot be one", () => {
  test.each(["a".repeat(600), "%E0%A4%A", "a%00b", "../../x", "月亮"])(
    "%s is 404",
    async (code) => {
      expect((await open(`/s/${code}`)).status).toBe(404);
    },
  );

  test("is 404 for an embedded page too", async () => {
    const body = JSON.stringify({ code: "a".repeat(600) });
    expect((await fetchRaw("/t/open", { method: "POST", body })).status).toBe(404);
  });
});

test("the date on the page is the workspace's day", async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 20), toFake: ["Date"] });
  const contentId = await publish(world);
  const { code } = await addLink(world, { contentId, senderId: sender.id });
  expect(await (await pageOf(code)).text()).toContain("2026年11月23日");
});

test("the privacy page that a page leads to names its workspace and its period", async () => {
  await world.call("PATCH", "/v1/workspace", { retentionDays: 77 });
  const contentId = await publish(world);
  const { code } = await addLink(world, { contentId, senderId: sender.id });
  const path = /href="(\/privacy\?link=[^"]*)"/.exec(await (await pageOf(code)).text())?.[1] ?? "";
  const html = await (await open(path)).text();
  expect(html).toContain("早安家居");
  expect(html).toContain("77");
});

test("a reader meets a page, not a problem in JSON, when the database is out", async () => {
  const contentId = await publish(world);
  const { code } = await addLink(world, { contentId, senderId: sender.id });
  vi.spyOn(env.DB_A, "prepare").mockImplementation(() => {
    throw new Error("D1 is overloaded");
  });
  const answer = await open(`/s/${code}`);
  expect(answer.status).toBe(500);
  expect(answer.headers.get("Content-Type")).toContain("text/html");
});

describe("an outside URL", () => {
  const leave = async (url: string) => {
    const { code } = await addLink(world, { url, senderId: sender.id });
    return { code, answer: await open(`/s/${code}`) };
  };

  test("keeps its own query byte for byte", async () => {
    const url = "https://shop.example/a?sig=x%20y%2Fz&flag&list=1,2#part";
    const { code, answer } = await leave(url);
    const sent = answer.headers.get("Location") ?? "";
    expect(sent).toMatch(`https://shop.example/a?sig=x%20y%2Fz&flag&list=1,2&sl=${code}.`);
    expect(sent).toMatch(/#part$/);
  });

  test("is reached though the click cannot be queued", async () => {
    vi.spyOn(env.BEATS, "send").mockRejectedValue(new Error("The queue is out"));
    expect((await leave("https://shop.example/")).answer.status).toBe(302);
  });
});

test("a cookie of the reader's own making claims nobody else's ref", async () => {
  await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
  const contentId = await publish(world);
  const { code } = await addLink(world, { contentId, senderId: sender.id });
  const page = await pageOf(code);
  const jar = page.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const forged = jar.map((cookie) => cookie.replace(/^(sr_\w+)=.*/, "$1=AAAAAAAB")).join("; ");
  const home = await open(`/s/${code}`, { Cookie: jar.join("; ") });
  const bytesOf = (answer: Response) =>
    atob(
      (answer.headers.get("Location") ?? "").slice(-32).replaceAll("-", "+").replaceAll("_", "/"),
    );
  const again = await open(`/s/${code}`, { Cookie: jar.join("; ") });
  expect(bytesOf(again).slice(1, 7)).toBe(bytesOf(home).slice(1, 7));
  const claimed = await open(`/s/${code}`, { Cookie: forged });
  expect(bytesOf(claimed).slice(1, 7)).not.toBe(atob("AAAAAAAB"));
});

describe("the kit", () => {
  async function kit() {
    const entry = await open(new URL(sender.kitUrl).pathname);
    const cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    return await (await open("/kit", { Cookie: cookie })).text();
  }

  test("shows what was published, under its published title, whatever drafts came after", async () => {
    const contentId = await publish(world);
    for (let at = 0; at < 51; at++) {
      await world.call("POST", "/v1/contents", { ...sampleContent, title: `Draft ${at}` });
    }
    await publish(world, { ...sampleContent, title: "第二篇" });
    await world.call("PATCH", `/v1/contents/${contentId}`, { title: "还没有发布的标题" });
    const html = await kit();
    expect(html).toContain(sampleContent.title);
    expect(html).toContain("第二篇");
    expect(html).not.toContain("还没有发布的标题");
  });

  test("gives a link for each place, that of the variant first, and a code to print of its own", async () => {
    const contentId = await publish(world);
    const html = await kit();
    const variant = await world.call<{ link: { url: string } }>(
      "GET",
      `/v1/contents/${contentId}/variants/${sender.id}`,
    );
    const urls = [...html.matchAll(/id="link-\d">([^<]+)</g)].map(([, url]) => url);
    expect(urls[0]).toBe(variant.body.link.url);
    expect(new Set(urls).size).toBe(3);
    const code = /\/kit\/qr\/(\w+)\.png/.exec(html)?.[1] ?? "";
    expect(urls.join()).not.toContain(code);
    const { body } = await world.call("GET", `/v1/links/${code}`);
    expect(body).toMatchObject({ channel: "print", senderId: sender.id });
  });

  test("draws the codes of the sender's own links and of nobody else's", async () => {
    const entry = await open(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const contentId = await publish(world);
    const other = await addSender(world, "陈默");
    const own = await addLink(world, { contentId, senderId: sender.id });
    const theirs = await addLink(world, { contentId, senderId: other.id });
    const png = await open(`/kit/qr/${own.code}.png`, { Cookie });
    expect(png.headers.get("Content-Type")).toBe("image/png");
    expect([...new Uint8Array(await png.arrayBuffer()).subarray(1, 4)]).toEqual([80, 78, 71]);
    expect((await open(`/kit/qr/${theirs.code}.png`, { Cookie })).status).toBe(404);
    expect((await open(`/kit/qr/${own.code}.png`)).status).toBe(404);
  });

  /** A request by the sender's kit. */
  async function act(method: string, path: string, body: unknown) {
    const entry = await open(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const headers = { Cookie, Origin: "https://starling.test" };
    return await fetchRaw(path, { method, headers, body: JSON.stringify(body) });
  }

  test("makes one link for one person the sender knows, and none for anybody else's", async () => {
    const contentId = await publish(world);
    const contact = async (senderId: string) =>
      (await world.call<{ id: string }>("POST", "/v1/contacts", { senderId, name: "陈姐" })).body
        .id;
    const contactId = await contact(sender.id);
    const made = await act("POST", "/kit/links", { contentId, contactId });
    const { url } = (await made.json()) as { url: string };
    const again = await act("POST", "/kit/links", { contentId, contactId });
    expect(await again.json()).toEqual({ url });
    const { body } = await world.call("GET", `/v1/links/${url.split("/").pop()}`);
    expect(body).toMatchObject({ contactId, senderId: sender.id, channel: "chat" });
    const other = await addSender(world, "陈默");
    const theirs = await contact(other.id);
    expect((await act("POST", "/kit/links", { contentId, contactId: theirs })).status).toBe(422);
    expect((await act("POST", "/kit/links", { contentId, contactId: 1 })).status).toBe(400);
  });

  test("keeps the sender's first and last words, unless head office bans one", async () => {
    await publish(world);
    await world.call("PATCH", "/v1/workspace", { bannedWords: ["包治"] });
    const put = async (opener: string, closer = "") =>
      (await act("PUT", "/kit/words", { opener, closer })).status;
    expect(await put("早上好", " 回头聊 ")).toBe(204);
    expect(await put("包治百病")).toBe(422);
    expect(await put("字".repeat(61))).toBe(400);
    const { body } = await world.call("GET", `/v1/senders/${sender.id}`);
    expect(body).toMatchObject({ opener: "早上好", closer: "回头聊" });
    expect(await kit()).toMatch(/<textarea[^>]*>早上好/);
  });

  test("calls new what came out within a week, until it was copied", async () => {
    const contentId = await publish(world);
    await publish(world, { ...sampleContent, title: "第二篇" });
    expect((await kit()).match(/<small>[^<]+/g)).toEqual(["<small>新", "<small>新"]);
    const entry = await open(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    await fetchRaw("/kit/copies", {
      method: "POST",
      headers: { Cookie, Origin: "https://starling.test" },
      body: JSON.stringify({ contentId, version: 1, edited: false }),
    });
    vi.useFakeTimers({ now: Date.now() + 8 * 86_400_000, toFake: ["Date"] });
    expect((await kit()).match(/<small>[^<]+/g)).toEqual(["<small>已复制"]);
  });
});

describe("the sender's own look", () => {
  /** Opens the kit and takes its address for another browser. */
  async function lookPath() {
    const entry = await open(new URL(sender.kitUrl).pathname);
    const cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const html = await (await open("/kit", { Cookie: cookie })).text();
    return new URL(/href="([^"]*\/kit\/look\/[^"]*)"/.exec(html)?.[1] ?? "").pathname;
  }
  /** Is who reads this page its own sender, as its visit token says? */
  async function isOwn(code: string, jar: string) {
    const html = await (await pageOf(code, { Cookie: jar })).text();
    const token = /data-token="([^"]+)"/.exec(html)?.[1] ?? "";
    return parseClaims(token.replace(/~[^~]*~[^~]*$/, ""))?.isOwn;
  }
  /** Follows it in a browser without cookies. */
  async function follow(path: string) {
    const answer = await open(path);
    const jar = answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    const code = (answer.headers.get("Location") ?? "").slice("/s/".length);
    return { code, jar: jar.join("; ") };
  }

  test("is known in a browser that never saw the kit", async () => {
    await publish(world);
    const { code, jar } = await follow(await lookPath());
    expect(await isOwn(code, jar)).toBe(true);
  });

  test("passed on later it is a link like any other", async () => {
    await publish(world);
    const path = await lookPath();
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    const { code, jar } = await follow(path);
    expect(await isOwn(code, jar)).toBe(false);
  });

  test("says nothing of other people's pages, and opens no kit", async () => {
    await publish(world);
    const { jar } = await follow(await lookPath());
    const other = await addSender(world, "陈默");
    const contentId = await publish(world, { ...sampleContent, title: "第二篇" });
    const { code } = await addLink(world, { contentId, senderId: other.id });
    expect(await isOwn(code, jar)).toBe(false);
    expect((await open("/kit", { Cookie: jar })).status).toBe(404);
  });

  test("a forged one is unknown", async () => {
    await publish(world);
    const path = await lookPath();
    expect((await open(path.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(404);
  });
});

describe("the kit of somebody", () => {
  async function kit(language: string) {
    const entry = await open(new URL(sender.kitUrl).pathname);
    const cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    return await (await open("/kit", { Cookie: cookie, "Accept-Language": language })).text();
  }

  test("says of a paused and of an expired link what its readers meet", async () => {
    await publish(world);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const first = await kit("en");
    const codes = [...first.matchAll(/id="link-\d"[^>]*>\s*\S+\/s\/(\w+)/g)].map(
      ([, code]) => code,
    );
    expect(codes).toHaveLength(3);
    await world.call("PATCH", `/v1/links/${codes[0]}`, { paused: true });
    await world.call("PATCH", `/v1/links/${codes[2]}`, { expiresAt: soon });
    vi.useFakeTimers({ now: Date.parse(soon) + 1, toFake: ["Date"] });
    const html = await kit("en");
    expect(html).toContain("This link is paused");
    expect(html).toContain("This link has expired");
    expect(html.match(/data-copy="link[^"]*"/g)).toEqual(['data-copy="link-1"']);
    expect((await open(`/s/${codes[0]}`)).status).toBe(410);
  });

  test("speaks their language around a text in another", async () => {
    await publish(world, {
      title: "Twenty days on the hill",
      body: "Tea.",
      language: "en",
      drafts: ["Fresh tea is here. Come by and taste it."],
    });
    const html = await kit("zh-CN,zh;q=0.9");
    expect(html).toContain('<html lang="zh-Hans">');
    expect(html).toContain("今天分享这个");
    expect(html).toMatch(/<textarea[^>]* lang="en"/);
  });
});

describe("publishing", () => {
  const version = async (id: string) =>
    (
      await world.call<{ publishedVersion: number; draftVersion: number }>(
        "GET",
        `/v1/contents/${id}`,
      )
    ).body;

  test("asked for twice at once is done once", async () => {
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const ask = () =>
      world.call<{ jobId: string }>("POST", `/v1/contents/${body.id}/publish`, {
        acceptAchieved: true,
      });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  });

  test("delivered twice at once makes one version, and the job stays succeeded", async () => {
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const job = await world.call<{ jobId: string }>("POST", `/v1/contents/${body.id}/publish`, {
      acceptAchieved: true,
    });
    const { jobId } = job.body;
    await Promise.all([deliver("jobs", [jobId]), deliver("jobs", [jobId])]);
    await deliver("jobs", [jobId]);
    expect((await version(body.id)).publishedVersion).toBe(1);
    expect((await world.call("GET", `/v1/jobs/${jobId}`)).body.status).toBe("succeeded");
  });
});

test("a body whose HTML fits no row is refused by name of the field", async () => {
  const answer = await world.call<{ errors: { path: string }[] }>("POST", "/v1/contents", {
    ...sampleContent,
    body: "- x\n".repeat(49_000),
  });
  const long = await world.call<{ errors: { path: string }[] }>("POST", "/v1/contents", {
    ...sampleContent,
    body: "月".repeat(200_000),
  });
  expect([answer.status, long.status]).toEqual([201, 422]);
  expect(long.body.errors[0]?.path).toBe("body");
});
