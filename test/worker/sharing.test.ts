import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  addLink,
  addSender,
  env,
  eventually,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";
const crawler = "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)";

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;

beforeEach(async () => {
  vi.useRealTimers();
  await freshWorld();
  world = await newWorkspace();
  sender = await addSender(world, "林夏", { title: "顾问", phone: "010-0000 0000" });
  contentId = await publish(world);
});

const open = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetchRaw(path, { method, headers: { "User-Agent": phone, ...headers } });
const newLink = (more: object = {}) => addLink(world, { contentId, senderId: sender.id, ...more });
const refOf = (location: string | null) => location?.split(".").at(-1) ?? "";

describe("opening a link", () => {
  test("a ref is minted, and its page renders without a cookie and without a loop", async () => {
    const { code } = await newLink();
    const first = await open(`/s/${code}`);
    expect(first.status).toBe(302);
    expect(first.headers.get("Cache-Control")).toBe("no-store");
    expect(first.headers.get("Set-Cookie")).toBeNull();
    const location = first.headers.get("Location");
    expect(location).toMatch(new RegExp(`^/s/${code}\\.a[\\w-]{32}$`));
    const page = await open(location ?? "");
    expect(page.status).toBe(200);
    expect(page.headers.get("Set-Cookie")).toBeNull();
    const html = await page.text();
    expect(html).toContain("三步读懂孩子的创造力");
    expect(html).toContain("林夏");
    expect(html).toContain('property="og:title"');
    expect(html).toMatch(/data-starling-notice/);
    expect(html).toMatch(/data-token="a/);
  });

  test("two openings get two refs", async () => {
    const { code } = await newLink();
    const refs = await Promise.all(
      [1, 2].map(async () => (await open(`/s/${code}`)).headers.get("Location")),
    );
    expect(refs[0]).not.toBe(refs[1]);
  });

  test.each([
    ["changed by a letter", (ref: string) => `${ref.slice(0, -1)}${ref.endsWith("A") ? "B" : "A"}`],
    ["of another link", () => ""],
    ["nonsense", () => "xyz"],
  ])("a ref that is %s counts as none", async (_, forge) => {
    const { code } = await newLink();
    const other = await newLink({ channel: "chat" });
    const ref = refOf((await open(`/s/${other.code}`)).headers.get("Location"));
    const answer = await open(`/s/${code}.${forge(ref) || ref}`);
    expect(answer.status).toBe(302);
    expect((await open(answer.headers.get("Location") ?? "")).status).toBe(200);
  });

  test("an older ref is somebody else's: the page carries a child of it", async () => {
    const { code } = await newLink();
    const location = (await open(`/s/${code}`)).headers.get("Location") ?? "";
    vi.useFakeTimers({ now: Date.now() + 10 * 60_000, toFake: ["Date"] });
    const html = await (await open(location)).text();
    const own = /data-ref="([^"]+)"/.exec(html)?.[1];
    expect(own).toMatch(/^a[\w-]{32}$/);
    expect(own).not.toBe(refOf(location));
    expect((await open(`/s/${code}.${own}`)).status).toBe(200);
  });

  test("whoever opens within seconds what was passed on is told no ref of the one who passed it on", async () => {
    const { code } = await newLink();
    const location = (await open(`/s/${code}`)).headers.get("Location") ?? "";
    const first = await (await open(location)).text();
    const passedOn = /data-ref="([^"]+)"/.exec(first)?.[1] ?? "";
    const second = await (await open(`/s/${code}.${passedOn}`)).text();
    // Own ref and parent, as in a visit's token.
    const claimed = (html: string) => /data-token="([^"]+)"/.exec(html)?.[1]?.split("~") ?? [];
    expect(claimed(second)[7]).toBe(claimed(first)[6]);
    expect(claimed(second)[6]).not.toBe(claimed(first)[6]);
    const third = /data-ref="([^"]+)"/.exec(second)?.[1] ?? "";
    expect(claimed(await (await open(`/s/${code}.${third}`)).text())[7]).toBe(claimed(second)[6]);
  });

  test("a capped link's page keeps a new ref in its address, since a reload of another uses up a click", async () => {
    const { code } = await newLink({ maxClicks: 1 });
    const location = (await open(`/s/${code}`)).headers.get("Location") ?? "";
    for (const _reload of [1, 2]) {
      const page = await open(location);
      expect(page.status).toBe(200);
      expect(await page.text()).not.toContain("data-ref");
    }
  });

  test("a warm page asks D1 for nothing, and no page ever writes", async () => {
    const { code } = await newLink();
    const location = (await open(`/s/${code}`)).headers.get("Location") ?? "";
    await open(location);
    const prepare = vi.spyOn(env.DB_A, "prepare");
    const warm = await open(location);
    expect(warm.status).toBe(200);
    expect(prepare).not.toHaveBeenCalled();
    prepare.mockRestore();
  });

  test("an unknown link is a kind 404 in the reader's language", async () => {
    const answer = await open("/s/aNoSuchL", { "Accept-Language": "en" });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("This link does not exist");
  });

  test("a withdrawn content answers 410", async () => {
    const { code } = await newLink();
    await world.call("POST", `/v1/contents/${contentId}/withdraw`);
    const answer = await open(`/s/${code}`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("收回");
  });

  test("a paused link answers 410, and goes on once it is resumed", async () => {
    const { code } = await newLink();
    await world.call("PATCH", `/v1/links/${code}`, { paused: true });
    expect((await open(`/s/${code}`)).status).toBe(410);
    await world.call("PATCH", `/v1/links/${code}`, { paused: false });
    expect((await open(`/s/${code}`)).status).toBe(302);
  });

  test("an expired link answers 410, cached or not", async () => {
    const expiresAt = new Date(Date.now() + 30_000).toISOString();
    const { code } = await newLink({ expiresAt });
    expect((await open(`/s/${code}`)).status).toBe(302);
    vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ["Date"] });
    expect((await open(`/s/${code}`)).status).toBe(410);
  });

  test("a deleted link is gone at once, and a late fill of the cache cannot bring it back", async () => {
    const { code } = await newLink();
    await open(`/s/${code}`);
    const stale = await eventually(
      async () => (await env.CACHE.get(`landing:${code}`)) ?? undefined,
    );
    await world.call("DELETE", `/v1/links/${code}`);
    await env.CACHE.put(`landing:${code}`, stale, { expirationTtl: 60 });
    expect((await open(`/s/${code}`)).status).toBe(404);
  });

  test("the page's policy allows nothing but its own scripts", async () => {
    const { code } = await newLink();
    const page = await open((await open(`/s/${code}`)).headers.get("Location") ?? "");
    const policy = page.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const html = await page.text();
    for (const [tag] of html.matchAll(/<(script|style)\b[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
  });

  test("before images a page weighs less than 30 KB compressed", async () => {
    const { code } = await newLink();
    const page = await open((await open(`/s/${code}`)).headers.get("Location") ?? "");
    const script = await fetchRaw("/t.js");
    const gzip = async (text: string) => {
      const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
      return (await new Response(zipped).arrayBuffer()).byteLength;
    };
    const bytes = (await gzip(await page.text())) + (await gzip(await script.text()));
    expect(bytes).toBeLessThan(30_000);
  });
});

describe("a cap on clicks", () => {
  test("lets so many readers in, and their own page goes on rendering", async () => {
    const { code } = await newLink({ maxClicks: 2 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => open(`/s/${code}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 302, 410, 410, 410]);
    const inside = answers.find(({ status }) => status === 302)?.headers.get("Location") ?? "";
    expect((await open(inside)).status).toBe(200);
    const { body } = await world.call("GET", `/v1/links/${code}`);
    expect(body).toMatchObject({ clicks: 2, maxClicks: 2 });
  });

  test("bots, look-aheads and HEAD use up none", async () => {
    const { code } = await newLink({ maxClicks: 1 });
    await open(`/s/${code}`, { "User-Agent": crawler });
    await open(`/s/${code}`, { "Sec-Purpose": "prefetch" });
    await open(`/s/${code}`, {}, "HEAD");
    expect((await world.call("GET", `/v1/links/${code}`)).body).toMatchObject({ clicks: 0 });
    expect((await open(`/s/${code}`)).status).toBe(302);
  });

  test("the sender's own look uses up none", async () => {
    const entry = await open(new URL(sender.kitUrl).pathname);
    const cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const { code } = await newLink({ maxClicks: 1 });
    expect((await open(`/s/${code}`, { Cookie: cookie })).status).toBe(302);
    expect((await open(`/s/${code}`)).status).toBe(302);
    expect((await open(`/s/${code}`)).status).toBe(410);
  });
});

describe("an outside URL", () => {
  test("gets the ref along, and the click is counted once it is out of the queue", async () => {
    const { code } = await addLink(world, {
      url: "https://example.com/a?b=1",
      senderId: sender.id,
    });
    const answer = await open(`/s/${code}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(
      new RegExp(`^https://example\\.com/a\\?b=1&sl=${code}\\.a[\\w-]{32}$`),
    );
    await open(`/s/${code}`, { "User-Agent": crawler });
    await open(`/s/${code}`, {}, "HEAD");
    const counted = await eventually(async () => {
      const { body } = await world.call<{ clicks: number; botClicks: number }>(
        "GET",
        `/v1/links/${code}`,
      );
      return body.clicks + body.botClicks >= 2 ? body : undefined;
    });
    expect(counted).toMatchObject({ clicks: 1, botClicks: 1 });
  });
});

describe("the pixel", () => {
  test("is 43 bytes, never stored, and counts an open, not a read", async () => {
    const { code } = await newLink();
    const answer = await open(`/p/${code}.gif`);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect((await answer.arrayBuffer()).byteLength).toBe(43);
    await open(`/p/${code}.gif`, { "User-Agent": crawler });
    const link = await eventually(async () => {
      const { body } = await world.call<{ opens: number }>("GET", `/v1/links/${code}`);
      return body.opens > 0 ? body : undefined;
    });
    expect(link.opens).toBe(1);
    const visits = await world.call<{ items: unknown[] }>("GET", "/v1/visits");
    expect(visits.body.items).toEqual([]);
  });
});

describe("the kit", () => {
  const cookieOf = (answer: Response) => answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";

  async function openKit() {
    const entry = await open(new URL(sender.kitUrl).pathname);
    return { entry, cookie: cookieOf(entry) };
  }

  test("swaps its address for a cookie and a clean URL", async () => {
    const { entry, cookie } = await openKit();
    expect([entry.status, entry.headers.get("Location")]).toEqual([302, "/kit"]);
    expect(entry.headers.get("Set-Cookie")).toMatch(/HttpOnly/);
    const html = await (await open("/kit", { Cookie: cookie })).text();
    const variant = await world.call<{ caption: string; link: { url: string } }>(
      "GET",
      `/v1/contents/${contentId}/variants/${sender.id}`,
    );
    expect(html).toContain(variant.body.caption);
    expect(html).toContain(variant.body.link.url);
    expect(html).toMatch(/src="\/kit\/qr\/[A-Za-z0-9]+\.png"/);
  });

  test("is closed without a cookie, with a forged one, and once its epoch is over", async () => {
    const { cookie } = await openKit();
    expect((await open("/kit")).status).toBe(404);
    expect((await open("/kit", { Cookie: `${cookie}x` })).status).toBe(404);
    await world.call("PATCH", `/v1/senders/${sender.id}`, { endKit: true });
    expect((await open("/kit", { Cookie: cookie })).status).toBe(404);
    expect((await open(new URL(sender.kitUrl).pathname)).status).toBe(404);
  });

  test("notes which version was copied and whether it was edited, from its own pages alone", async () => {
    const { cookie } = await openKit();
    const copy = (headers: Record<string, string>) =>
      fetchRaw("/kit/copies", {
        method: "POST",
        headers: { Cookie: cookie, "Content-Type": "application/json", ...headers },
        body: JSON.stringify({ contentId, version: 1, edited: true }),
      });
    expect((await copy({ Origin: "https://evil.test" })).status).toBe(403);
    expect((await copy({ Origin: "https://starling.test" })).status).toBe(204);
    const row = await env.DB_A.prepare("SELECT version, edited FROM copies").first();
    expect(row).toEqual({ version: 1, edited: 1 });
  });

  test("notes that somebody has it open, and not that its address was fetched", async () => {
    const { cookie } = await openKit();
    await open("/kit", { Cookie: cookie });
    await open(new URL(sender.kitUrl).pathname);
    const rows = async () =>
      (await env.DB_A.prepare("SELECT sender_id, content_id, times FROM kit_opens").all()).results;
    expect(await rows()).toEqual([]);
    const tell = (id: string, headers: Record<string, string> = {}) =>
      fetchRaw("/kit/opens", {
        method: "POST",
        headers: { Cookie: cookie, Origin: "https://starling.test", ...headers },
        body: JSON.stringify({ contentId: id }),
      });
    expect((await tell(contentId, { Origin: "https://evil.test" })).status).toBe(403);
    expect((await tell("ano such content")).status).toBe(400);
    expect((await tell("anosuchcontent")).status).toBe(204);
    expect(await rows()).toEqual([]);
    expect((await tell(contentId)).status).toBe(204);
    await tell(contentId);
    expect(await rows()).toEqual([{ sender_id: sender.id, content_id: contentId, times: 1 }]);
    await env.DB_A.prepare("UPDATE kit_opens SET last_at = last_at - 1800000").run();
    await tell(contentId);
    expect(await rows()).toMatchObject([{ times: 2 }]);
  });

  test("marks the sender's own look, so that it is never a read", async () => {
    const { cookie } = await openKit();
    const { code } = await newLink();
    const ref = (await open(`/s/${code}`, { Cookie: cookie })).headers.get("Location") ?? "";
    const html = await (await open(ref, { Cookie: cookie })).text();
    const token = /data-token="([^"]+)"/.exec(html)?.[1] ?? "";
    // The ninth word of the claims holds the flags; 1 is the sender's own.
    expect(token.split("~")[10]).toBe("1");
  });
});

test("images go out by signed path, to be kept for ever", async () => {
  const forged = await open("/i/aimage.abcdef~1~AAAAAAAAAAAAAAAAAAAAAA");
  expect(forged.status).toBe(404);
});

test("the deployment is healthy, and says so", async () => {
  const answer = await open("/healthz");
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { ok: true, shards: [{ name: "a", ok: true }] },
  ]);
});

test.each(["/", "/privacy", "/docs"])("%s is a page", async (path) => {
  const answer = await open(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toContain("text/html");
  expect(answer.headers.get("X-Request-Id")).toBeTruthy();
});

test("the contract lists every call of the public faces", async () => {
  const contract = (await (await fetchRaw("/openapi.json")).json()) as { paths: object };
  const faces = Object.keys(contract.paths).filter((path) => !path.startsWith("/v1/"));
  expect(faces.toSorted()).toEqual([
    "/healthz",
    "/i/{path}",
    "/kit/{token}",
    "/p/{code}.gif",
    "/s/{code}",
    "/s/{code}.{ref}",
    "/t",
    "/t.js",
    "/t/consent",
    "/t/open",
  ]);
});
