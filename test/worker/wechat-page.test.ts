/** A reader's page inside WeChat: what it carries, what may be signed for it, and word of where it was passed on to. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { grantedUnasked } from "../../src/storage/granted.ts";
import { drain, holdQueue, openPage, readOn, searchEverywhere } from "./people.ts";
import { connect, newWechat, type Wechat } from "./wechat-account.ts";
import {
  addLink,
  addSender,
  call,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  type World,
} from "./world.ts";

const wechatAgent =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.47";
const iphoneAgent =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50";
const phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36";

let world: World;
let wechat: Wechat;
let code: string;
let contentId: string;

type Config = {
  appId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
  url: string;
};
type Given = { config: Config | null; path: string; title: string; desc: string; imgUrl: string };

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  wechat = await newWechat();
  const sender = await addSender(world);
  contentId = await publish(world);
  code = (await addLink(world, { contentId, senderId: sender.id, channel: "chat" })).code;
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function open(agent: string, query = "") {
  const headers = { "User-Agent": agent };
  const first = await fetchRaw(`/s/${code}`, { headers });
  const path = (first.headers.get("Location") ?? "") + query;
  const page = await fetchRaw(path, { headers });
  const html = await page.text();
  const attribute = /data-wechat="([^"]*)"/.exec(html)?.[1];
  const text = attribute?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return {
    path,
    html,
    ownRef: /data-ref="([^"]+)"/.exec(html)?.[1],
    given: text === undefined ? undefined : (JSON.parse(text) as Given),
    policy: page.headers.get("Content-Security-Policy") ?? "",
    token: /data-token="([^"]+)"/.exec(html)?.[1] ?? "",
  };
}

const lend = () =>
  world.call("GET", `/v1/integrations/wechat/js-config?url=${origin}/`, undefined, {
    bindings: wechat.bindings,
  });

const sign = (url: unknown) =>
  call<Config & { code: string }>("POST", "/t/wechat", { url }, { bindings: wechat.bindings });

async function signatureOf({ timestamp, nonceStr, url }: Config, ticket: string) {
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("the page", () => {
  test("carries nothing of WeChat where its workspace has no account, nor outside WeChat", async () => {
    const without = await open(wechatAgent);
    await connect(world, wechat);
    await lend();
    const elsewhere = await open(phone);
    for (const { html, policy, token } of [without, elsewhere]) {
      expect(token).not.toBe("");
      expect(html).not.toContain("data-wechat");
      expect(html).not.toContain("/t/wechat");
      expect(policy).not.toContain("res.wx.qq.com");
    }
  });

  test("carries inside WeChat on an iPhone the address as it was rendered, signed", async () => {
    await connect(world, wechat);
    await lend();
    const { given, path, policy } = await open(iphoneAgent, "?from=singlemessage&isappinstalled=0");
    expect(given).toMatchObject({ path, title: "三步读懂孩子的创造力" });
    expect(given?.desc).toContain("开头的话");
    const config = given?.config as Config;
    expect(config.url).toBe(origin + path);
    expect(config.signature).toBe(await signatureOf(config, "jsapi-ticket-number-1"));
    expect(policy).toMatch(/script-src 'nonce-[^']+' https:\/\/res\.wx\.qq\.com;/);
    const script = await fetchRaw(
      /\/t\/wechat-[0-9a-f]+\.js/.exec((await open(wechatAgent)).html)?.[0] ?? "",
    );
    expect(script.headers.get("Content-Type")).toMatch(/^text\/javascript/);
    expect(script.headers.get("Cache-Control")).toContain("immutable");
    expect(await script.text()).toContain("jweixin");
  });

  test("carries on Android the address that it will have, with the reader's own ref in it, signed", async () => {
    await connect(world, wechat);
    await lend();
    const { given, path, ownRef } = await open(wechatAgent, "?from=singlemessage");
    expect(given?.path).toBe(path);
    const config = given?.config as Config;
    expect(config.url).toBe(`${origin}/s/${code}.${ownRef}?from=singlemessage`);
    expect(config.signature).toBe(await signatureOf(config, "jsapi-ticket-number-1"));
  });

  test("asks nobody and writes nothing while it is rendered, though there is no ticket", async () => {
    await connect(world, wechat);
    const before = await env.DB_A.prepare("SELECT * FROM accounts").all();
    const { given } = await open(wechatAgent);
    expect(given).toMatchObject({ config: null });
    expect((await env.DB_A.prepare("SELECT * FROM accounts").all()).results).toEqual(
      before.results,
    );
    expect(await wechat.asked()).toEqual([]);
  });
});

describe("what a page may have signed", () => {
  test("is its own address, without a fragment", async () => {
    await connect(world, wechat);
    const url = `${origin}/s/${code}.abc?from=timeline`;
    const { status, body } = await sign(`${url}#sign-in`);
    expect(status).toBe(200);
    expect(body.url).toBe(url);
    expect(body.signature).toBe(await signatureOf(body, "jsapi-ticket-number-1"));
  });

  test("stands on the host that the workspace shares on, too", async () => {
    await connect(world, wechat);
    await world.call("PATCH", "/v1/workspace", { shareOrigin: "https://share.example.com" });
    expect((await sign(`https://share.example.com/s/${code}`)).status).toBe(200);
  });

  test("is no other host, no other page and no link that is none", async () => {
    await connect(world, wechat);
    const own = `${origin}/s/${code}`;
    for (const [url, status] of [
      [own.replace(origin, "https://evil.example"), 403],
      [own.replace("https:", "http:"), 403],
      [`${origin}/console`, 404],
      [`${origin}/kit/${code}`, 404],
      [`${own}/../console`, 404],
      [`${origin}/s/aNobody`, 404],
      ["nonsense", 404],
      [7, 400],
    ] as const) {
      expect((await sign(url)).status, String(url)).toBe(status);
    }
    expect(await wechat.asked()).toEqual([]);
  });

  test("is bounded for each link and place", async () => {
    await connect(world, wechat);
    const limited = { limit: async () => ({ success: false }) } as unknown as RateLimit;
    const bindings = { ...wechat.bindings, BURST_LIMIT: limited };
    vi.useFakeTimers({ toFake: ["Date"] });
    const signOnce = () => call("POST", "/t/wechat", { url: `${origin}/s/${code}` }, { bindings });
    for (let time = 0; time < grantedUnasked; time++) expect((await signOnce()).status).toBe(200);
    const answer = await signOnce();
    expect([answer.status, answer.body.code]).toEqual([429, "rate-limited"]);
  });

  test("needs an account", async () => {
    const answer = await sign(`${origin}/s/${code}`);
    expect([answer.status, answer.body.code]).toEqual([409, "wechat-not-configured"]);
  });
});

describe("word of where a page was passed on to", () => {
  const share = (body: unknown) => call("POST", "/t/share", body);
  const told = async () =>
    (
      await world.call<{ destinations: { items: { to: string; shares: number }[] } }>(
        "GET",
        `/v1/contents/${contentId}/spread`,
      )
    ).body.destinations.items;

  test("is of the reader's place in the tree, once, whatever they answered to the notice", async () => {
    const queued = holdQueue();
    const { token } = await openPage(code);
    await readOn(token);
    expect((await share({ token, to: "moments" })).status).toBe(204);
    await drain(queued);
    expect((await told()).find(({ to }) => to === "moments")).toMatchObject({ shares: 1 });
    const everywhere = await searchEverywhere([token]);
    expect(everywhere).toEqual([]);
  });

  test("by a machine or the sender is heard and goes nowhere", async () => {
    const sent = holdQueue();
    const { token } = await open("Mozilla/5.0 (compatible; Googlebot/2.1) MicroMessenger/8.0.47");
    expect((await share({ token, to: "chat" })).status).toBe(204);
    expect(sent).toEqual([]);
  });

  test("that is none, or by a token that is not ours, is refused", async () => {
    const { token } = await open(wechatAgent);
    expect((await share({ token, to: "email" })).status).toBe(400);
    expect((await share({ to: "chat" })).status).toBe(400);
    expect((await share({ token: `${token}x`, to: "chat" })).status).toBe(403);
  });
});
