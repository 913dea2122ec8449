/** A workspace's accounts with WeChat and WeCom: settings, the ticket, signatures, and what can go wrong. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createContext } from "../../src/app.ts";
import { accountFaults } from "../../src/domain/account.ts";
import { outsideSystems } from "../../src/domain/vocabulary.ts";
import { inChinese } from "../../src/pages/shell/faults/in-chinese.ts";
import { adviceOn } from "../../src/usecases/accounts/account-error.ts";
import { findProof } from "../../src/usecases/accounts/find-proof.ts";
import { account, connect, newWechat, type Wechat } from "./wechat-account.ts";
import { call, env, fetchRaw, freshWorld, newWorkspace, origin, type World } from "./world.ts";

let world: World;
let wechat: Wechat;

const path = "/v1/integrations/wechat";
const page = `${origin}/s/aCode.ref?from=singlemessage`;
const configPath = (url = page) => `${path}/js-config?url=${encodeURIComponent(url)}`;

type Config = {
  appId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
  url: string;
};
type Problem = { code: string; detail: string; errors?: { path: string }[] };
type View = {
  isConfigured: boolean;
  hasSecret: boolean;
  domain: string;
  proofs: { name: string; content: string; url: string }[];
  health: {
    state: string;
    lentAt: string | null;
    lentUntil: string | null;
    lastFault: { code: string; errcode: number | null; detail: string } | null;
  };
};

let warned: string[];

beforeEach(async () => {
  warned = [];
  vi.spyOn(console, "warn").mockImplementation((line: string) => {
    warned.push(line);
  });
  await freshWorld();
  world = await newWorkspace();
  wechat = await newWechat();
});

const sign = (url?: string) =>
  world.call<Config & Problem>("GET", configPath(url), undefined, { bindings: wechat.bindings });
const look = async () => (await world.call<View>("GET", path)).body;
const later = (ms: number) => new Date(Date.now() + ms).toISOString();

async function expectedSignature({ timestamp, nonceStr, url }: Config, ticket: string) {
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Makes what was lent old, and the waiting after a failure over. */
const age = (set: string) => env.DB_A.prepare(`UPDATE accounts SET ${set}`).run();

describe("without an account", () => {
  test("settings say that there is none, and calls say what to do", async () => {
    expect(await look()).toMatchObject({ isConfigured: false, health: { state: "none" } });
    for (const [method, asked, body] of [
      ["GET", configPath(), undefined],
      ["POST", `${path}/test`, undefined],
      ["PUT", `${path}/ticket`, { ticket: "t".repeat(86), expiresAt: later(7_000_000) }],
      ["POST", "/v1/integrations/wecom/test", undefined],
    ] as const) {
      const answer = await world.call<Problem>(method, asked, body);
      const system = asked.includes("wecom") ? "wecom" : "wechat";
      expect([answer.status, answer.body.code]).toEqual([409, `${system}-not-configured`]);
      expect(answer.body.detail).toContain(`PUT /v1/integrations/${system}`);
    }
    expect(await wechat.asked()).toEqual([]);
  });
});

describe("settings", () => {
  test("a secret goes in and never comes out: not in answers, the database, the audit or logs", async () => {
    await connect(world, wechat);
    await wechat.tell({ call: "getticket", errcode: 48001 });
    await sign();
    const seen = JSON.stringify([
      await look(),
      await world.call("GET", "/v1/audit"),
      warned,
      (await env.DB_A.prepare("SELECT * FROM accounts").all()).results,
      (await env.DB_A.prepare("SELECT * FROM audit").all()).results,
    ]);
    expect(seen).not.toContain(account.secret);
    expect(seen).toContain("account.put");
    expect(warned.join()).toContain("account-refused");
    expect(await look()).toMatchObject({ isConfigured: true, hasSecret: true });
    expect((await wechat.asked("stable_token"))[0]?.body).toMatchObject({ secret: account.secret });
  });

  test("a put without a secret keeps it for the same account, and asks for another's", async () => {
    await connect(world, wechat);
    const { bindings } = wechat;
    const same = await world.call("PUT", path, { appId: account.appId }, { bindings });
    expect(same.status).toBe(200);
    expect((await sign()).status).toBe(200);
    const other = await world.call<Problem>("PUT", path, { appId: "wxfedcba9876543210" });
    expect(other.status).toBe(422);
    expect(other.body.errors?.[0]?.path).toBe("appSecret");
  });

  test("only admins see or change them; whoever reads may have pages signed", async () => {
    await connect(world, wechat);
    const made = await world.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "reader",
      scopes: ["read", "write"],
    });
    const { bindings } = wechat;
    const { key } = made.body;
    for (const [method, asked, body] of [
      ["GET", path, undefined],
      ["PUT", path, { appId: account.appId }],
      ["DELETE", path, undefined],
      ["POST", `${path}/test`, undefined],
      ["PUT", `${path}/ticket`, { ticket: "t".repeat(86), expiresAt: later(7_000_000) }],
      ["GET", "/v1/integrations/wecom", undefined],
    ] as const) {
      expect((await call(method, asked, body, { key })).status, `${method} ${asked}`).toBe(403);
    }
    expect((await call("GET", configPath(), undefined, { key, bindings })).status).toBe(200);
  });

  test.each([
    ["http://wx.example.com"],
    ["https://10.0.0.7"],
    ["https://127.0.0.1"],
    ["https://[::1]"],
    ["https://localhost"],
    ["https://router.local"],
    ["https://db.internal"],
    ["https://2130706433"],
    ["https://user:pass@wx.example.com"],
    ["https://wx.example.com/path"],
    ["not an address"],
  ])("the proxy %s is refused", async (proxyOrigin) => {
    const settings = { appId: account.appId, appSecret: account.secret, proxyOrigin };
    const put = await world.call<Problem>("PUT", path, settings);
    expect(put.status).toBe(422);
    expect(put.body.errors?.[0]?.path).toBe("proxyOrigin");
    expect(put.body.detail).not.toContain(proxyOrigin);
  });

  test("a public https proxy is taken, one of the deployer's too, and proxied needs one", async () => {
    const settings = { appId: account.appId, appSecret: account.secret };
    const put = (more: object, bindings = {}) =>
      world.call<Problem>("PUT", path, { ...settings, ...more }, { bindings });
    expect((await put({ proxyOrigin: "https://wx.example.com" })).status).toBe(200);
    expect((await put({ ticketMode: "proxied" })).body.errors?.[0]?.path).toBe("proxyOrigin");
    const ownProxy = { ticketMode: "proxied", proxyOrigin: wechat.origin };
    expect((await put(ownProxy)).status).toBe(422);
    const allowed = { ALLOWED_ORIGINS: `https://other.example, ${wechat.origin}` } as Partial<
      typeof env
    >;
    expect((await put(ownProxy, allowed)).status).toBe(200);
  });

  test("an account that is taken out leaves nothing behind", async () => {
    await connect(world, wechat, { proofs: [{ name: "MP_verify_abc.txt" }] });
    await sign();
    expect((await world.call("DELETE", path)).status).toBe(204);
    expect(await look()).toMatchObject({ isConfigured: false, proofs: [] });
    for (const table of ["accounts", "domain_proofs"]) {
      const { results } = await env.DB_A.prepare(`SELECT * FROM ${table}`).all();
      expect(results).toEqual([]);
    }
  });

  test("one workspace's account signs nothing of another's", async () => {
    await connect(world, wechat);
    const other = await newWorkspace();
    const { bindings } = wechat;
    const answer = await other.call<Problem>("GET", configPath(), undefined, { bindings });
    expect(answer.body.code).toBe("wechat-not-configured");
    expect((await other.call<View>("GET", path)).body.isConfigured).toBe(false);
  });
});

describe("the ticket", () => {
  test("signs a page as WeChat checks it, without its fragment", async () => {
    await connect(world, wechat);
    const { status, body } = await sign(`${page}#part-2`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ appId: account.appId, url: page });
    expect(Math.abs(body.timestamp - Date.now() / 1000)).toBeLessThan(60);
    expect(body.signature).toBe(await expectedSignature(body, "jsapi-ticket-number-1"));
    const [asked] = await wechat.asked("stable_token");
    expect(asked?.body).toMatchObject({ grant_type: "client_credential", force_refresh: false });
    expect(await look()).toMatchObject({ health: { state: "good", lastFault: null } });
  });

  test("is kept for two hours", async () => {
    await connect(world, wechat);
    await sign();
    await sign();
    expect(await wechat.asked("getticket")).toHaveLength(1);
    const { health } = await look();
    const left = Date.parse(health.lentUntil ?? "") - Date.now();
    expect(left).toBeGreaterThan(7_100_000);
    expect(left).toBeLessThanOrEqual(7_200_000);
    await age("lent_until = 1");
    expect((await sign()).status).toBe(200);
    expect(await wechat.asked("getticket")).toHaveLength(2);
  });

  test("is asked for once, however many ask at the same time", async () => {
    await connect(world, wechat);
    await wechat.tell({ call: "getticket", delayMs: 150 });
    const all = await Promise.all(Array.from({ length: 30 }, () => sign()));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await wechat.asked("getticket")).toHaveLength(1);
    expect(await wechat.asked("stable_token")).toHaveLength(1);
    for (const { body } of all) {
      expect(body.signature).toBe(await expectedSignature(body, "jsapi-ticket-number-1"));
    }
  });

  test("that is about to end is used on by all but who asks for the next", async () => {
    await connect(world, wechat);
    await sign();
    await age(`lent_until = ${Date.now() + 60_000}`);
    await wechat.tell({ call: "getticket", delayMs: 200 });
    const all = await Promise.all(Array.from({ length: 12 }, () => sign()));
    expect(await wechat.asked("getticket")).toHaveLength(2);
    const old = await Promise.all(
      all.map(
        async ({ body }) =>
          body.signature === (await expectedSignature(body, "jsapi-ticket-number-1")),
      ),
    );
    expect(old.filter((isOld) => !isOld)).toHaveLength(1);
  });

  test("that is about to end outlives a failure to get the next", async () => {
    await connect(world, wechat);
    await sign();
    await age(`lent_until = ${Date.now() + 60_000}`);
    await wechat.tell({ call: "stable_token", errcode: 40164 });
    expect((await sign()).status).toBe(200);
    expect(await look()).toMatchObject({
      health: { state: "failing", lastFault: { code: "wechat-address-refused", errcode: 40164 } },
    });
  });

  test("an asker that died holds nobody up for long", async () => {
    await connect(world, wechat);
    await age(`lease = 'dead', lease_until = ${Date.now() - 1}`);
    expect((await sign()).status).toBe(200);
  });

  test("who asked for a ticket of the account before keeps none of it", async () => {
    await connect(world, wechat);
    await wechat.tell({ call: "getticket", delayMs: 300 });
    const [signed] = await Promise.all([
      sign(),
      new Promise((done) => setTimeout(done, 100)).then(() => connect(world, wechat)),
    ]);
    expect(signed.status).toBe(200);
    const row = await env.DB_A.prepare("SELECT lent FROM accounts").first<{
      lent: string | null;
    }>();
    expect(row?.lent).toBeNull();
  });

  test("comes by way of the proxy where there is one", async () => {
    const proxy = await newWechat();
    const bindings = { ...wechat.bindings, ALLOWED_ORIGINS: proxy.origin } as Partial<typeof env>;
    const settings = {
      appId: account.appId,
      appSecret: account.secret,
      ticketMode: "proxied",
      proxyOrigin: proxy.origin,
    };
    expect((await world.call("PUT", path, settings, { bindings })).status).toBe(200);
    const signed = await world.call("GET", configPath(), undefined, { bindings });
    expect(signed.status).toBe(200);
    expect(await wechat.asked()).toEqual([]);
    expect((await proxy.asked()).map(({ path: one }) => one)).toEqual([
      "/cgi-bin/stable_token",
      "/cgi-bin/ticket/getticket",
    ]);
  });

  test("is pushed by the customer, and then nobody is asked", async () => {
    const settings = { appId: account.appId, ticketMode: "pushed" };
    expect((await world.call("PUT", path, settings)).status).toBe(200);
    expect((await sign()).body.code).toBe("wechat-ticket-missing");
    const ticket = `pushed-${"t".repeat(79)}`;
    const pushed = await world.call("PUT", `${path}/ticket`, {
      ticket,
      expiresAt: later(7_000_000),
    });
    expect(pushed.status).toBe(200);
    const { body } = await sign();
    expect(body.signature).toBe(await expectedSignature(body, ticket));
    expect(await look()).toMatchObject({ health: { state: "good" } });
    await age("lent_until = 1");
    expect((await sign()).body.code).toBe("wechat-ticket-missing");
    expect(await look()).toMatchObject({ health: { state: "failing" } });
    expect(await wechat.asked()).toEqual([]);
  });

  test.each([later(-1000), later(90_000_000)])("pushed until %s is refused", async (expiresAt) => {
    await connect(world, wechat);
    const ticket = "t".repeat(86);
    const pushed = await world.call<Problem>("PUT", `${path}/ticket`, { ticket, expiresAt });
    expect([pushed.status, pushed.body.errors?.[0]?.path]).toEqual([422, "expiresAt"]);
  });
});

describe("what goes wrong", () => {
  test.each([
    [
      "stable_token",
      { errcode: 40164, errmsg: "invalid ip 203.0.113.7" },
      "address-refused",
      502,
      1,
    ],
    ["stable_token", { errcode: 40125 }, "credential-refused", 502, 1],
    ["stable_token", { errcode: 40013 }, "credential-refused", 502, 1],
    ["stable_token", { errcode: 40001 }, "credential-refused", 502, 1],
    ["stable_token", { errcode: 45009 }, "quota-spent", 429, 1],
    ["getticket", { errcode: 48001 }, "refused", 502, 1],
    ["getticket", { errcode: 40001, times: 2 }, "token-refused", 502, 2],
    ["stable_token", { errcode: -1, times: 2 }, "unavailable", 502, 2],
    ["stable_token", { status: 500, times: 2 }, "unavailable", 502, 2],
    ["stable_token", { manner: "cut", times: 2 }, "unavailable", 502, 2],
    [
      "stable_token",
      { status: 302, location: "https://elsewhere.example/" },
      "proxy-refused",
      502,
      1,
    ],
    ["stable_token", { manner: "silent" }, "timeout", 504, 1],
    ["stable_token", { body: "<html>" }, "malformed", 502, 1],
    ["stable_token", { fields: { access_token: 7 } }, "malformed", 502, 1],
    ["stable_token", { fill: 70_000 }, "malformed", 502, 1],
  ] as const)("%s %j is told as what it is", async (asked, mishap, fault, status, times) => {
    await connect(world, wechat);
    await wechat.tell({ call: asked, ...mishap });
    const answer = await sign();
    expect([answer.status, answer.body.code]).toEqual([status, `wechat-${fault}`]);
    expect(await wechat.asked(asked)).toHaveLength(times);
    expect(await look()).toMatchObject({
      health: { state: "failing", lastFault: { code: `wechat-${fault}` } },
    });
    // It is not asked again at once, and whoever asks meanwhile is told of it.
    expect((await sign()).body.code).toBe(`wechat-${fault}`);
    expect(await wechat.asked(asked)).toHaveLength(times);
    await age("lease_until = 1");
    expect((await sign()).status).toBe(200);
  });

  test("a token that somebody else has replaced is asked for once more", async () => {
    await connect(world, wechat);
    await wechat.tell({ call: "getticket", errcode: 40001 });
    expect((await sign()).status).toBe(200);
    expect((await wechat.asked()).map(({ path: one }) => one.split("/").at(-1))).toEqual([
      "stable_token",
      "getticket",
      "stable_token",
      "getticket",
    ]);
  });

  test("WeChat that is busy for a moment is asked once more", async () => {
    await connect(world, wechat);
    await wechat.tell({ call: "getticket", errcode: -1 });
    expect((await sign()).status).toBe(200);
  });

  test.each([
    ["https://evil.example/s/aCode"],
    [`${origin}.evil.example/s/aCode`],
    ["http://starling.test/s/aCode"],
    ["//starling.test/s/aCode"],
    [`blob:${origin}/s/aCode`],
    [`${origin.replace("://", "://user:word@")}/s/aCode`],
    [`${origin}/s/../s/aCode`],
    [`${origin}/s/a\nCode`],
    ["nonsense"],
  ])("the page %s is not signed", async (url) => {
    await connect(world, wechat);
    const answer = await sign(url);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, "url"]);
    expect(await wechat.asked()).toEqual([]);
  });

  test("pages of the workspace's share host are signed", async () => {
    await connect(world, wechat);
    await world.call("PATCH", "/v1/workspace", { shareOrigin: "https://share.example.com" });
    expect((await sign("https://share.example.com/s/aCode.ref")).status).toBe(200);
    expect((await look()).domain).toBe("share.example.com");
  });

  test("a trial says what came of each step, with the address that WeChat saw, and keeps that nowhere", async () => {
    await connect(world, wechat);
    const { bindings } = wechat;
    const trial = () =>
      world.call<{ ok: boolean; steps: Record<string, unknown>[] }>(
        "POST",
        `${path}/test`,
        undefined,
        {
          bindings,
        },
      );
    await wechat.tell({
      call: "stable_token",
      errcode: 40164,
      errmsg: "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 1-2-3",
    });
    const bad = await trial();
    expect(bad.body).toMatchObject({
      ok: false,
      steps: [
        {
          step: "token",
          ok: false,
          code: "wechat-address-refused",
          errcode: 40164,
          seenAddress: "203.0.113.7",
        },
      ],
    });
    const { results } = await env.DB_A.prepare("SELECT * FROM accounts").all();
    expect(JSON.stringify(results)).not.toContain("203.0.113.7");
    // What was mended is tried at once, whatever pause there was.
    await age(`lease_until = ${Date.now() + 60_000}`);
    expect((await trial()).body).toMatchObject({
      ok: true,
      steps: [
        { step: "token", ok: true },
        { step: "ticket", ok: true },
      ],
    });
  });
});

test.each([...accountFaults, "not-configured", "ticket-missing", "secret-unreadable"] as const)(
  "what to do about %s is told in Chinese too",
  (what) => {
    for (const system of outsideSystems) {
      expect(inChinese(adviceOn(system, what)), adviceOn(system, what)).toMatch(/\p{Script=Han}/u);
    }
  },
);

describe("keys of the deployment", () => {
  const both = "2:another-signing-key-0123456789abcdef,1:test-signing-key-0123456789abcdef";
  const only = "2:another-signing-key-0123456789abcdef";

  test("a secret outlives a rotation, and is sealed anew with the new key", async () => {
    await connect(world, wechat);
    const signWith = (SIGNING_KEYS: string) =>
      world.call<Problem>("GET", configPath(), undefined, {
        bindings: { ...wechat.bindings, SIGNING_KEYS } as Partial<typeof env>,
      });
    expect((await signWith(both)).status).toBe(200);
    await age("lent_until = 1");
    expect((await signWith(only)).status).toBe(200);
    await age("lent_until = 1");
    const lost = await signWith("3:a-third-signing-key-0123456789abcdef");
    expect([lost.status, lost.body.code]).toEqual([409, "wechat-secret-unreadable"]);
  });

  test("a sealed secret that is put into another workspace opens nothing", async () => {
    await connect(world, wechat);
    const other = await newWorkspace();
    await connect(other, wechat);
    await env.DB_A.prepare(
      "UPDATE accounts SET secret = (SELECT secret FROM accounts WHERE workspace_id = ?1) WHERE workspace_id = ?2",
    )
      .bind(world.id, other.id)
      .run();
    const { bindings } = wechat;
    const answer = await other.call<Problem>("GET", configPath(), undefined, { bindings });
    expect(answer.body.code).toBe("wechat-secret-unreadable");
  });
});

describe("WeCom", () => {
  const wecom = "/v1/integrations/wecom";
  const settings = {
    corpId: account.corpId,
    agentId: account.agentId,
    secret: account.corpSecret,
  };

  test("an app's settings are put, tried and taken out", async () => {
    const { bindings } = wechat;
    const put = await world.call<View>("PUT", wecom, settings, { bindings });
    expect(put.body).toMatchObject({ isConfigured: true, hasSecret: true, corpId: account.corpId });
    expect(JSON.stringify(put.body)).not.toContain(account.corpSecret);
    const trial = () => world.call("POST", `${wecom}/test`, undefined, { bindings });
    expect((await trial()).body).toMatchObject({ ok: true, steps: [{ step: "token", ok: true }] });
    await wechat.tell({
      call: "gettoken",
      errcode: 60020,
      errmsg: "not allow to access from your ip, from ip: 198.51.100.4",
    });
    expect((await trial()).body).toMatchObject({
      ok: false,
      steps: [{ code: "wecom-address-refused", errcode: 60020, seenAddress: "198.51.100.4" }],
    });
    expect((await world.call("DELETE", wecom)).status).toBe(204);
    expect((await world.call<View>("GET", wecom)).body.isConfigured).toBe(false);
  });

  test("needs its secret", async () => {
    const { secret: _, ...without } = settings;
    const put = await world.call<Problem>("PUT", wecom, without);
    expect([put.status, put.body.errors?.[0]?.path]).toEqual([422, "secret"]);
  });
});

describe("the files that prove a host", () => {
  const file = (name: string, host = origin) =>
    fetchRaw(`${host}/${name}`).then(async (answer) => [answer.status, await answer.text()]);
  const put = (of: World, proofs: object[]) =>
    of.call("PUT", path, { appId: account.appId, ticketMode: "pushed", proofs });

  test("are served as text, with what their name says where nothing else is given", async () => {
    await put(world, [
      { name: "MP_verify_abc123.txt" },
      { name: "MP_verify_x.txt", content: "other" },
    ]);
    expect(await file("MP_verify_abc123.txt")).toEqual([200, "abc123"]);
    expect(await file("MP_verify_x.txt")).toEqual([200, "other"]);
    const answer = await fetchRaw("/MP_verify_x.txt");
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/plain/);
    expect((await look()).proofs.map(({ url }) => url)).toEqual([
      `${origin}/MP_verify_abc123.txt`,
      `${origin}/MP_verify_x.txt`,
    ]);
    await put(world, []);
    expect((await file("MP_verify_x.txt"))[0]).toBe(404);
  });

  test("of WeCom are served too", async () => {
    await world.call("PUT", "/v1/integrations/wecom", {
      corpId: account.corpId,
      agentId: account.agentId,
      secret: account.corpSecret,
      proofs: [{ name: "WW_verify_q7.txt" }],
    });
    expect(await file("WW_verify_q7.txt")).toEqual([200, "q7"]);
  });

  test("prove on a workspace's own host what that workspace says", async () => {
    const other = await newWorkspace();
    const share = "https://share.example.com";
    await world.call("PATCH", "/v1/workspace", { shareOrigin: share });
    await put(other, [{ name: "MP_verify_same.txt", content: "theirs" }]);
    await put(world, [{ name: "MP_verify_same.txt", content: "ours" }]);
    expect(await file("MP_verify_same.txt", share)).toEqual([200, "ours"]);
    await put(other, [{ name: "MP_verify_mine.txt" }]);
    const work = createExecutionContext();
    const deployment = { ...env, PUBLIC_ORIGIN: origin };
    const ctx = await createContext(deployment, work, "test", share);
    expect(await findProof(ctx, "MP_verify_same.txt", share)).toBe("ours");
    expect(await findProof(ctx, "MP_verify_mine.txt", share)).toBeNull();
    expect(await findProof(ctx, "MP_verify_mine.txt", origin)).toBe("mine");
    await waitOnExecutionContext(work);
  });

  test.each(["MP_verify_none.txt", "MP_verify_.txt", "WW_verify_..txt", "MP_verify_a%2Fb.txt"])(
    "%s is not there",
    async (name) => expect((await file(name))[0]).toBe(404),
  );

  test.each(["MP_verify_a/b.txt", "verify.txt", "WW_verify_a.txt", "MP_verify_a.html"])(
    "the name %s is refused",
    async (name) => expect((await put(world, [{ name }])).status).toBe(422),
  );
});
