/** A reader says with WeChat who they are: after they agreed, by their own tap, and nothing is kept of anybody else. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { CONSENT_WORDS } from "../../src/pages/reader/consent-words.ts";
import { grantedUnasked } from "../../src/storage/granted.ts";
import type { Mishap } from "../support/wechat-server.ts";
import {
  drain,
  jar,
  openPage,
  passTime,
  phone,
  readingWorld,
  readOn,
  searchEverywhere,
  send,
} from "./people.ts";
import { planOf, record } from "./recorded.ts";
import { account, connect, newWechat, type Wechat } from "./wechat-account.ts";
import {
  addLink,
  addSender,
  env,
  fetchRaw,
  fetchWith,
  newWorkspace,
  origin,
  publish,
  type World,
} from "./world.ts";

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let code: string;
let queued: string[];
let wechat: Wechat;
let logged: string[];

beforeEach(async () => {
  ({ world, sender, contentId, code, queued } = await readingWorld({ name: "早安家居" }));
  wechat = await newWechat();
  logged = [];
  for (const level of ["warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((line: string) => void logged.push(String(line)));
  }
});

const covering = `${CONSENT_WORDS.version}.wechat`;
const rows = async (sql: string) =>
  (await env.DB_A.prepare(sql).all<Record<string, unknown>>()).results;

/** Agrees by the notice, in words that told of WeChat or in others. */
async function agree(token: string, cookie = "", textVersion = covering) {
  const body = JSON.stringify({ token, choice: true, textVersion, language: "en" });
  return jar(await send("/t/consent", body, cookie ? { Cookie: cookie } : {}));
}

type Browser = { token: string; cookie: string };

/** A browser whose reader agreed and reads on. */
async function reader(at = code, textVersion = covering): Promise<Browser> {
  const { token } = await openPage(at);
  const cookie = await agree(token, "", textVersion);
  await readOn(token);
  await drain(queued);
  return { token, cookie };
}

/** Of a tap on a page of the house, as browsers tell it. */
const tapped = { "Sec-Fetch-Site": "same-origin" };
const headersOf = (cookie: string, more: Record<string, string> = {}) => ({
  "User-Agent": phone,
  Accept: "text/html,*/*;q=0.8",
  "Accept-Language": "en",
  ...(cookie ? { Cookie: cookie } : {}),
  ...more,
});

/** Taps the link below the text. */
async function tap({ token, cookie }: Browser, more: Record<string, string> = {}) {
  const path = `/t/wechat/sign-in?token=${encodeURIComponent(token)}`;
  const answer = await fetchWith(wechat.bindings, path, {
    headers: headersOf(cookie, { ...tapped, ...more }),
  });
  const location = answer.headers.get("Location");
  const set = jar(answer);
  return {
    status: answer.status,
    html: await answer.text(),
    away: location === null ? null : new URL(location),
    state: location === null ? "" : (new URL(location).searchParams.get("state") ?? ""),
    cookie: set ? `${cookie}; ${set}` : cookie,
  };
}

/** Comes back from WeChat. */
async function back(
  { cookie, state }: { cookie: string; state: string },
  given: string | null,
  more: Record<string, string> = {},
) {
  const query = new URLSearchParams({ ...(given === null ? {} : { code: given }), state });
  const answer = await fetchWith(wechat.bindings, `/t/wechat/back?${query}`, {
    headers: headersOf(cookie, more),
  });
  return { status: answer.status, html: await answer.text(), cookie: jar(answer) };
}

/** The whole way, with a code as WeChat would give it. */
async function signIn(browser: Browser, given: string) {
  return await back(await tap(browser), given);
}

type ViewerView = {
  id: string;
  contact: { id: string; name: string } | null;
  certainty: string | null;
  namedBy: string | null;
  visits: number;
};
const viewers = async (of = world) =>
  (await of.call<{ items: ViewerView[] }>("GET", "/v1/viewers")).body.items;

const nothingKept = async () => {
  expect(await rows("SELECT * FROM outside_ids")).toEqual([]);
  expect(await rows("SELECT * FROM contacts")).toEqual([]);
};
const secrets = ["openid-Li", "union-Li", "code-Li", "name-Li", "wm-Li", "昵称Li", "-of-Li"];

describe("the offer", () => {
  test("is nowhere where no account asks for it", async () => {
    const without = await openPage(code);
    await connect(world, wechat);
    const off = await openPage(
      (await addLink(world, { contentId, senderId: sender.id, channel: "chat" })).code,
    );
    for (const { html, token } of [without, off]) {
      expect(token).not.toBe("");
      expect(html).not.toContain("/t/wechat/sign-in");
      expect(html).toContain(`data-text-version="${CONSENT_WORDS.version}"`);
    }
    expect((await tap({ token: off.token, cookie: "" })).html).toContain("cannot say who you are");
  });

  test("stands after the text inside WeChat, and the notice tells what becomes of it", async () => {
    await connect(world, wechat, { signIn: "base" });
    const { html, token } = await openPage(code);
    const link = `/t/wechat/sign-in?token=${encodeURIComponent(token)}`;
    expect(html.indexOf(link)).toBeGreaterThan(html.indexOf("</article>"));
    expect(html).toContain(`data-text-version="${covering}"`);
    expect(html).toContain("由你的微信编号算出的标记");
  });

  test("is not made elsewhere, to who refused, nor to a browser that asks not to be tracked", async () => {
    await connect(world, wechat, { signIn: "base" });
    const first = await fetchRaw(`/s/${code}`, { headers: { "User-Agent": phone } });
    const path = first.headers.get("Location") ?? "";
    const look = async (headers: Record<string, string>) =>
      await (await fetchRaw(path, { headers: { "User-Agent": phone, ...headers } })).text();
    expect(await look({})).toContain("/t/wechat/sign-in");
    for (const headers of [
      { "User-Agent": phone.replace(/ MicroMessenger\S+/, "") },
      { "Sec-GPC": "1" },
      { Cookie: `sn_${world.id}=1` },
    ]) {
      expect(await look(headers), JSON.stringify(headers)).not.toContain("/t/wechat/sign-in");
    }
  });

  test("needs the account's secret, whoever hands in its tickets", async () => {
    const settings = { appId: account.appId, ticketMode: "pushed", signIn: "base" };
    const put = await world.call("PUT", "/v1/integrations/wechat", settings);
    expect(put).toMatchObject({ status: 422, body: { errors: [{ path: "appSecret" }] } });
    const given = { ...settings, appSecret: account.secret };
    expect((await world.call("PUT", "/v1/integrations/wechat", given)).body).toMatchObject({
      signIn: "base",
    });
  });
});

describe("the way to WeChat", () => {
  test.each([
    ["base", "snsapi_base"],
    ["userinfo", "snsapi_userinfo"],
  ])(
    "of an account that asks for %s has the scope %s and a state of letters and digits",
    async (mode, scope) => {
      await connect(world, wechat, { signIn: mode });
      const { status, away, state } = await tap(await reader());
      expect(status).toBe(302);
      expect(`${away?.origin}${away?.pathname}${away?.hash}`).toBe(
        `${wechat.origin}/connect/oauth2/authorize#wechat_redirect`,
      );
      expect(Object.fromEntries(away?.searchParams ?? [])).toEqual({
        appid: account.appId,
        redirect_uri: `${origin}/t/wechat/back`,
        response_type: "code",
        scope,
        state,
      });
      expect(state).toMatch(/^[0-9a-zA-Z]{32,128}$/);
      expect(await wechat.asked()).toEqual([]);
    },
  );

  test("leads over a question for who has not agreed, or to words that did not tell of it", async () => {
    await connect(world, wechat, { signIn: "base" });
    const stranger = { token: (await openPage(code)).token, cookie: "" };
    const earlier = await reader(code, CONSENT_WORDS.version);
    for (const browser of [stranger, earlier]) {
      const asked = await tap(browser);
      expect([asked.status, asked.away]).toEqual([200, null]);
      expect(asked.html).toContain('action="/t/wechat/agree"');
      expect(asked.html).toContain("a mark made from your WeChat id");
    }
    const version = /name="version" value="([^"]+)"/.exec((await tap(earlier)).html)?.[1] ?? "";
    const yes = await fetchRaw("/t/wechat/agree", {
      method: "POST",
      headers: headersOf(earlier.cookie, { Origin: origin }),
      body: new URLSearchParams({ token: earlier.token, version }).toString(),
    });
    expect(yes.status).toBe(200);
    expect(await yes.text()).toContain("/t/wechat/sign-in?token=");
    expect((await tap({ ...earlier, cookie: jar(yes) })).status).toBe(302);
    await drain(queued);
    const proofs = await rows("SELECT text_version, text_hash, choice FROM consents");
    expect(proofs).toMatchObject([{ text_version: covering, choice: 1 }]);
    expect(proofs[0]?.text_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("takes a yes from the page alone, and to the words that are the page's own", async () => {
    await connect(world, wechat, { signIn: "base" });
    const { token } = await openPage(code);
    const post = (fields: Record<string, string>, from = origin) =>
      fetchRaw("/t/wechat/agree", {
        method: "POST",
        headers: headersOf("", { Origin: from }),
        body: new URLSearchParams({ token, version: covering, ...fields }).toString(),
      });
    expect((await post({}, "https://evil.example")).status).toBe(403);
    expect((await post({ version: CONSENT_WORDS.version })).status).toBe(400);
    expect((await post({ version: "2020-01-01.wechat" })).status).toBe(400);
    expect((await post({ token: `${token}x` })).status).toBe(403);
    await drain(queued);
    expect(await rows("SELECT id FROM consents WHERE choice = 1")).toEqual([]);
  });

  test("is not gone by a link of another reader's page, and is by one's own, also opened later", async () => {
    await connect(world, wechat, { signIn: "base" });
    const [one, other] = [await reader(), await reader()];
    const lured = await tap({ token: one.token, cookie: other.cookie });
    expect(lured.away).toBeNull();
    expect(lured.html).toContain(`href="/s/${code}"`);
    const later = await openPage(code, other.cookie);
    expect((await tap({ token: later.token, cookie: other.cookie })).status).toBe(302);
  });

  test("is closed to who refused, who asks not to be tracked, and a page that is over", async () => {
    await connect(world, wechat, { signIn: "base" });
    const browser = await reader();
    const gpc = await tap(browser, { "Sec-GPC": "1" });
    expect(gpc).toMatchObject({ away: null, html: expect.stringContaining("not to be tracked") });
    const refused = await tap({ ...browser, cookie: `${browser.cookie}; sn_${world.id}=1` });
    expect(refused).toMatchObject({ away: null, html: expect.stringContaining("You declined") });
    expect((await tap({ ...browser, token: `${browser.token}x` })).status).toBe(403);
    await world.call("POST", `/v1/contents/${contentId}/withdraw`);
    passTime(3_600_000);
    expect(await tap(browser)).toMatchObject({ away: null });
  });
});

describe("who comes back", () => {
  test("by the id alone is known again on another link and in another browser, as one viewer", async () => {
    await connect(world, wechat, { signIn: "base" });
    const other = (await addLink(world, { contentId, senderId: sender.id, channel: "chat" })).code;
    const first = await signIn(await reader(), "code-of-Li");
    expect(first.html).toContain("You will be recognised");
    expect(first.html).toContain(`href="/s/${code}"`);
    passTime(60_000);
    const again = await reader(other);
    expect(await viewers()).toHaveLength(2);
    // WeChat gives everybody a code of their own.
    await wechat.tell({ call: "access_token", fields: { openid: "openid-Li" } });
    await signIn(again, "code-of-LiAgain");
    expect(await viewers()).toMatchObject([{ contact: null, visits: 2 }]);
    expect(await rows("SELECT system FROM outside_ids")).toEqual([{ system: "wechat" }]);
    const held = /href="[^"]*(\/privacy\/[^"]+)"/.exec(first.html)?.[1] ?? "";
    const own = await fetchRaw(held, { headers: { "Accept-Language": "en" } });
    expect(await own.text()).toContain("a mark made from your id there is kept");
    expect(await searchEverywhere(secrets)).toEqual([]);
  });

  test("at the same moment in two browsers is one all the same", async () => {
    await connect(world, wechat, { signIn: "base" });
    const browsers = [await reader(), await reader()];
    await wechat.tell({ call: "access_token", times: 2, fields: { openid: "openid-Li" } });
    await Promise.all(browsers.map((browser, at) => signIn(browser, `code-of-x${at}`)));
    expect(await viewers()).toMatchObject([{ visits: 2 }]);
  });

  test("is nobody's acquaintance in another workspace", async () => {
    await connect(world, wechat, { signIn: "base" });
    const other = await newWorkspace({ name: "另一家" });
    await connect(other, wechat, { signIn: "base" });
    const theirs = await addSender(other, "王宁");
    const link = await addLink(other, { contentId: await publish(other), senderId: theirs.id });
    await signIn(await reader(), "code-of-Li");
    await wechat.tell({ call: "access_token", fields: { openid: "openid-Li" } });
    await signIn(await reader(link.code), "code-of-LiThere");
    expect([await viewers(), await viewers(other)]).toMatchObject([
      [{ visits: 1 }],
      [{ visits: 1 }],
    ]);
    const hashes = await rows("SELECT hash FROM outside_ids");
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(2);
  });

  test("with their name is probably somebody of that name, for the sender to confirm", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const browser = await reader();
    const { html } = await signIn(browser, "name-of-Li");
    expect(html).toContain("昵称Li");
    const [viewer] = await viewers();
    expect(viewer).toMatchObject({
      certainty: "probable",
      namedBy: "wechat",
      contact: { name: "昵称Li" },
    });
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const confirmed = await fetchRaw("/kit/names", {
      method: "POST",
      headers: { Cookie, Origin: origin, Accept: "text/html" },
      body: new URLSearchParams({ viewer: String(viewer?.id), act: "confirm" }).toString(),
    });
    expect(confirmed.status).toBe(303);
    expect(await viewers()).toMatchObject([{ certainty: "confirmed" }]);
    const tail = secrets.filter((text) => text !== "昵称Li");
    expect(await searchEverywhere(tail)).toEqual([]);
    const { body } = await world.call<{ items: object[] }>("GET", "/v1/audit");
    expect(body.items).toContainEqual(
      expect.objectContaining({
        verb: "viewer.sign-in",
        subject: viewer?.id,
        actor: { kind: "reader", id: null },
      }),
    );
  });

  test.each(["微信用户", "\u202e坏", "  ", "名".repeat(41)])(
    "with a name that says nothing (%j) has none",
    async (nickname) => {
      await connect(world, wechat, { signIn: "userinfo" });
      const browser = await reader();
      await wechat.tell({ call: "userinfo", fields: { nickname } });
      expect((await signIn(browser, "name-of-Li")).html).toContain("No name was kept");
      expect(await viewers()).toMatchObject([{ contact: null }]);
    },
  );

  test("keeps the name that somebody gave them", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const browser = await reader();
    const [viewer] = await viewers();
    const who = { name: "张先生", senderId: sender.id, certainty: "probable" };
    await world.call("POST", `/v1/viewers/${viewer?.id}/identify`, who);
    await signIn(browser, "name-of-Li");
    expect(await viewers()).toMatchObject([{ contact: { name: "张先生" }, namedBy: "api" }]);
  });

  test("is the contact that the workspace knows by the open id, for certain", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "李女士",
      externalIds: { wechat: "openid-Li" },
    });
    const { html } = await signIn(await reader(), "name-of-Li");
    expect(html).toContain("You were recognised");
    // What her sender calls her is not told to whoever holds the phone.
    expect(html).not.toContain("李女士");
    expect(await viewers()).toMatchObject([
      { certainty: "confirmed", namedBy: "wechat", contact: { id: contact.body.id } },
    ]);
  });

  test("as two whom the workspace knows to be different people stays two", async () => {
    await connect(world, wechat, { signIn: "base" });
    const browsers = [await reader(), await reader()];
    for (const [at, { id }] of (await viewers()).entries()) {
      await world.call("POST", `/v1/viewers/${id}/identify`, {
        name: `N${at}`,
        senderId: sender.id,
      });
    }
    await wechat.tell({ call: "access_token", times: 2, fields: { openid: "openid-Li" } });
    for (const [at, browser] of browsers.entries()) {
      expect((await signIn(browser, `code-of-x${at}`)).status).toBe(200);
    }
    expect((await viewers()).map(({ certainty }) => certainty)).toEqual(["confirmed", "confirmed"]);
  });
});

describe("nothing is kept", () => {
  test("of the user whom WeChat makes up for a snapshot", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const browser = await reader();
    await wechat.tell({ call: "access_token", fields: { is_snapshotuser: 1 } });
    const { html } = await signIn(browser, "name-of-Li");
    expect(html).toContain("snapshot");
    expect(html).toContain(`href="/s/${code}"`);
    expect(await wechat.asked("userinfo")).toEqual([]);
    await nothingKept();
  });

  test("of who thought better of it at WeChat", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const { html } = await back(await tap(await reader()), null);
    expect(html).toContain("did not allow it");
    await nothingKept();
  });

  test.each([
    ["access_token", { errcode: 40029 }, "too old or was used", "过期了或者用过了"],
    ["access_token", { errcode: 40163 }, "too old or was used", "过期了或者用过了"],
    ["access_token", { errcode: 45009 }, "as often as it may", "次数用完了"],
    [
      "access_token",
      { errcode: 40164, errmsg: "invalid ip 203.0.113.7" },
      "not right",
      "设置现在不对",
    ],
    ["access_token", { errcode: 40125 }, "not right", "设置现在不对"],
    ["userinfo", { errcode: 40001 }, "not right", "设置现在不对"],
    ["access_token", { manner: "silent" }, "did not answer", "没有及时回答"],
    ["userinfo", { manner: "silent" }, "did not answer", "没有及时回答"],
    ["access_token", { status: 500, times: 2 }, "did not answer", "没有及时回答"],
    ["access_token", { body: "<html>" }, "not right", "设置现在不对"],
  ] as const)(
    "where %s meets %j, and the page says so and leads back",
    async (call, mishap, said, shuo) => {
      await connect(world, wechat, { signIn: "userinfo" });
      for (const [language, words] of [
        ["en", said],
        ["zh-CN", shuo],
      ] as const) {
        const browser = await reader();
        await wechat.tell({ call, ...mishap } as Mishap);
        const away = await tap(browser);
        const told = await back(away, "name-of-Li", { "Accept-Language": language });
        expect(told.html).toContain(words);
        expect(told.html).toContain(`href="/s/${code}"`);
        // WeChat has spent the code by now: the next tap has one of its own.
        await env.DB_A.prepare("UPDATE accounts SET fault = fault").run();
        wechat = { ...wechat, ...(await fresh()) };
      }
      await nothingKept();
      expect(logged.join()).not.toMatch(/openid|name-of|203\.0\.113/);
    },
  );

  test.each([
    ["another browser", async () => ({ cookie: "" })],
    ["another visit", async () => ({ cookie: (await tap(await reader())).cookie })],
    ["another state", async () => ({ state: `${"0".repeat(32)}${code}` })],
    ["a link that is none", async () => ({ state: `${"0".repeat(32)}aNobody` })],
    [
      "ten minutes later",
      async () => {
        passTime(600_001);
        return {};
      },
    ],
  ])("of %s", async (_, change) => {
    await connect(world, wechat, { signIn: "base" });
    const away = await tap(await reader());
    const { html } = await back({ ...away, ...(await change()) }, "code-of-Li");
    expect(html).toMatch(/is over or was used before|out of date/);
    expect(await wechat.asked()).toEqual([]);
    await nothingKept();
  });

  test("of a sign-in of another workspace's", async () => {
    await connect(world, wechat, { signIn: "base" });
    const other = await newWorkspace({ name: "另一家" });
    await connect(other, wechat, { signIn: "base" });
    const theirs = await addSender(other, "王宁");
    const link = await addLink(other, { contentId: await publish(other), senderId: theirs.id });
    const here = await tap(await reader());
    const there = await tap(await reader(link.code));
    const stateThere = `${here.state.slice(0, 32)}${link.code}`;
    for (const mixed of [
      { cookie: here.cookie, state: there.state },
      { cookie: there.cookie, state: here.state },
      { cookie: `${here.cookie}; ${there.cookie}`, state: stateThere },
    ]) {
      expect((await back(mixed, "code-of-Li")).html).toContain("is over or was used before");
    }
    expect(await wechat.asked()).toEqual([]);
    await nothingKept();
  });

  test("of a state that comes a second time", async () => {
    await connect(world, wechat, { signIn: "base" });
    const away = await tap(await reader());
    expect((await back(away, "code-of-Li")).html).toContain("You will be recognised");
    // The browser has dropped its cookie; and were it put back, the code is spent.
    const browser = away.cookie.replace(/; sign-in=[^;]*/, "");
    const reloaded = await back({ ...away, cookie: browser }, "code-of-Li");
    expect(reloaded.html).toContain("is over or was used before");
    expect((await back(away, "code-of-Li")).html).toContain("too old or was used");
    expect(await rows("SELECT hash FROM outside_ids")).toHaveLength(1);
  });

  test.each(["Sec-GPC", "refusal", "withdrawal", "erasure", "switch", "removal"])(
    "where on the way there comes a %s",
    async (what) => {
      await connect(world, wechat, { signIn: "userinfo" });
      const away = await tap(await reader());
      const [viewer] = await viewers();
      let { cookie } = away;
      const headers: Record<string, string> = what === "Sec-GPC" ? { "Sec-GPC": "1" } : {};
      if (what === "refusal") cookie = `${cookie}; sn_${world.id}=1`;
      if (what === "withdrawal") await world.call("POST", `/v1/viewers/${viewer?.id}/withdraw`);
      if (what === "erasure") await world.call("DELETE", `/v1/viewers/${viewer?.id}`);
      if (what === "switch") await connect(world, wechat);
      if (what === "removal") await world.call("DELETE", "/v1/integrations/wechat");
      passTime(1000);
      const told = await back({ ...away, cookie }, "name-of-Li", headers);
      expect(told.html).toContain("Nothing was kept");
      expect(told.html).toContain(`href="/s/${code}"`);
      expect(await wechat.asked("access_token")).toEqual([]);
      await nothingKept();
    },
  );

  test("of a reader who is erased while WeChat is asked", async () => {
    await connect(world, wechat, { signIn: "base" });
    const away = await tap(await reader());
    const [viewer] = await viewers();
    await wechat.tell({ call: "access_token", delayMs: 250 });
    const [told] = await Promise.all([
      back(away, "code-of-Li"),
      new Promise((done) => setTimeout(done, 80)).then(() =>
        world.call("DELETE", `/v1/viewers/${viewer?.id}`),
      ),
    ]);
    expect(told.html).toContain("Nothing was kept");
    await nothingKept();
    expect(await rows("SELECT id FROM viewers")).toEqual([]);
  });

  test("beyond what people do from one place", async () => {
    await connect(world, wechat, { signIn: "base" });
    const away = await tap(await reader());
    const limited = { limit: async () => ({ success: false }) } as unknown as RateLimit;
    wechat = { ...wechat, bindings: { ...wechat.bindings, BURST_LIMIT: limited } };
    for (let time = 0; time < grantedUnasked; time++) {
      expect((await back(away, "code-of-Li")).status).toBe(200);
    }
    expect((await back(away, "code-of-Li")).status).toBe(429);
    expect(await wechat.asked("access_token")).toHaveLength(grantedUnasked);
  });
});

/** A WeChat of the same test that has spent no code. */
async function fresh() {
  const made = await newWechat();
  await connect(world, made, { signIn: "userinfo" });
  return made;
}

describe("what is held of it", () => {
  test("is in the export, and goes with an erasure: the open id finds nobody then", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const browser = await reader();
    await signIn(browser, "name-of-Li");
    const [viewer] = await viewers();
    const [{ hash } = {}] = await rows("SELECT hash FROM outside_ids");
    const { body } = await world.call<{ held: Record<string, object[]> }>(
      "GET",
      `/v1/viewers/${viewer?.id}/export`,
    );
    expect(body.held.outside_ids).toMatchObject([{ hash, system: "wechat", viewerId: viewer?.id }]);
    await world.call("DELETE", `/v1/viewers/${viewer?.id}`);
    expect(await searchEverywhere([...secrets, String(hash), String(viewer?.id)])).toEqual([]);
    passTime(60_000);
    const anew = await reader();
    await wechat.tell({ call: "access_token", fields: { openid: "openid-Li" } });
    await signIn(anew, "code-of-LiAgain");
    const [now, ...more] = await viewers();
    expect(more).toEqual([]);
    expect(now).toMatchObject({ visits: 1, contact: null });
    expect(now?.id).not.toBe(viewer?.id);
  });

  test("takes along in an erasure whoever turned out to be the same", async () => {
    await connect(world, wechat, { signIn: "base" });
    await signIn(await reader(), "code-of-Li");
    passTime(60_000);
    await wechat.tell({ call: "access_token", fields: { openid: "openid-Li" } });
    await signIn(await reader(), "code-of-LiAgain");
    const [one] = await viewers();
    await world.call("DELETE", `/v1/viewers/${one?.id}`);
    expect(await rows("SELECT id FROM viewers UNION ALL SELECT hash FROM outside_ids")).toEqual([]);
  });

  test("goes with a withdrawal: who agrees anew is somebody new", async () => {
    await connect(world, wechat, { signIn: "base" });
    await signIn(await reader(), "code-of-Li");
    const [viewer] = await viewers();
    await world.call("POST", `/v1/viewers/${viewer?.id}/withdraw`);
    await nothingKept();
    passTime(60_000);
    await wechat.tell({ call: "access_token", fields: { openid: "openid-Li" } });
    await signIn(await reader(), "code-of-LiAgain");
    expect(await viewers()).toHaveLength(2);
  });

  test("goes with the account, and with a yes that is taken back on the same visit", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    await signIn(await reader(), "code-of-Li");
    expect(await rows("SELECT hash FROM outside_ids")).toHaveLength(1);
    await world.call("DELETE", "/v1/integrations/wechat");
    expect(await rows("SELECT hash FROM outside_ids")).toEqual([]);
    await connect(world, wechat, { signIn: "userinfo" });
    const browser = await reader();
    await signIn(browser, "name-of-Wang");
    expect(await rows("SELECT hash FROM outside_ids")).toHaveLength(1);
    passTime(1000);
    const no = { token: browser.token, choice: false, textVersion: covering, language: "en" };
    await send("/t/consent", JSON.stringify(no), { Cookie: browser.cookie });
    await drain(queued);
    await nothingKept();
  });

  test("waits for no queue: who signs in before their yes is written is the same viewer after it", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const { token } = await openPage(code);
    const cookie = await agree(token);
    await signIn({ token, cookie }, "name-of-Li");
    await readOn(token);
    await drain(queued);
    expect(await viewers()).toMatchObject([{ contact: { name: "昵称Li" }, visits: 1 }]);
  });
});

test("a sign-in finds its rows by a key or an index", async () => {
  await connect(world, wechat, { signIn: "userinfo" });
  await signIn(await reader(), "name-of-Li");
  const browser = await reader();
  await wechat.tell({
    call: "access_token",
    fields: { openid: "openid-Li", access_token: "name-Li" },
  });
  let html = "";
  const asked = await record(async () => {
    ({ html } = await signIn(browser, "name-of-LiAgain"));
  });
  expect(html).toContain("will see it");
  expect(asked.map(({ sql }) => sql).join()).toContain("INTO outside_ids");
  const steps = (await Promise.all(asked.map(planOf))).flat();
  // Of lists that were handed in, and of the few who were found by their hashes, all are looked at.
  const ofLists = /^SCAN (?:CONSTANT ROW|f$|\w+ VIRTUAL TABLE)/;
  expect(steps.filter((step) => step.startsWith("SCAN") && !ofLists.test(step))).toEqual([]);
});

describe("with a company's app in WeCom", () => {
  const connectWecom = () =>
    world.call(
      "PUT",
      "/v1/integrations/wecom",
      {
        corpId: account.corpId,
        agentId: account.agentId,
        secret: account.corpSecret,
        signIn: "base",
      },
      { bindings: wechat.bindings },
    );

  test("a customer is the contact that has their external id, for certain", async () => {
    expect((await connectWecom()).body).toMatchObject({ signIn: "base" });
    const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "李女士",
      externalIds: { wecom: "wm-Li" },
    });
    const away = await tap(await reader());
    expect(away.away?.searchParams.get("appid")).toBe(account.corpId);
    expect(away.away?.searchParams.get("agentid")).toBe(account.agentId);
    expect((await back(away, "customer-Li")).html).toContain("You were recognised");
    expect(await viewers()).toMatchObject([
      { certainty: "confirmed", namedBy: "wecom", contact: { id: contact.body.id } },
    ]);
    // The contact's own external id is the workspace's, with the row by which it is found; nothing else has it.
    expect(await searchEverywhere(["wm-Li"])).toEqual([
      "contact_external_ids: wm-Li",
      "contacts: wm-Li",
    ]);
    expect(await searchEverywhere(["openid-Li", "customer-Li"])).toEqual([]);
  });

  test("who is no customer yet is known again without a name, also once they are one", async () => {
    await connectWecom();
    expect((await signIn(await reader(), "stranger-Li")).html).toContain("You will be recognised");
    passTime(60_000);
    await signIn(await reader(), "customer-Li");
    expect(await viewers()).toMatchObject([{ contact: null, visits: 2 }]);
    expect(await rows("SELECT system FROM outside_ids")).toHaveLength(2);
    expect(await searchEverywhere(secrets)).toEqual([]);
  });

  test("one of the company's own people is not taken for a reader", async () => {
    await connectWecom();
    const { html } = await signIn(await reader(), "member-Li");
    expect(html).toContain("own people");
    await nothingKept();
  });

  test("a token that WeCom ended early is asked for anew, once", async () => {
    await connectWecom();
    await signIn(await reader(), "stranger-Li");
    await wechat.tell({ call: "getuserinfo", errcode: 42001 });
    expect((await signIn(await reader(), "stranger-Wang")).html).toContain("will be recognised");
    expect(await wechat.asked("gettoken")).toHaveLength(2);
    await wechat.tell({ call: "getuserinfo", errcode: 42001, times: 2 });
    expect((await signIn(await reader(), "stranger-Zhao")).html).toContain("not right");
  });

  test.each([
    ["gettoken", { errcode: 60020, errmsg: "from ip: 203.0.113.7" }, "not right"],
    ["getuserinfo", { errcode: 40029 }, "too old or was used"],
    ["getuserinfo", { errcode: 45009 }, "as often as it may"],
    ["getuserinfo", { manner: "silent" }, "did not answer"],
  ] as const)("%s that meets %j is told, and leads back", async (call, mishap, said) => {
    await connectWecom();
    const browser = await reader();
    await wechat.tell({ call, ...mishap } as Mishap);
    const { html } = await signIn(browser, "customer-Li");
    expect(html).toContain(said);
    expect(html).toContain(`href="/s/${code}"`);
    await nothingKept();
    expect(logged.join()).not.toMatch(/openid|customer-Li|203\.0\.113/);
  });
});

describe("a prepared link", () => {
  const prepared = (token: string) => `/t/wechat/sign-in?token=${encodeURIComponent(token)}`;
  const follow = async (token: string, more: Record<string, string>, cookie = "") => {
    const answer = await fetchWith(wechat.bindings, prepared(token), {
      headers: headersOf(cookie, more),
    });
    return await answer.text();
  };

  test("asks nobody on the page of somebody else, who would be remembered as one with them", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const liar = await reader();
    const unanswered = (await openPage(code)).token;
    for (const token of [liar.token, unanswered]) {
      for (const from of [
        { "Sec-Fetch-Site": "none" },
        { "Sec-Fetch-Site": "cross-site", Referer: `${origin}/s/${code}` },
        { "Sec-Fetch-Site": "same-site" },
        { Referer: "https://evil.example/" },
        { Referer: "about:blank" },
        {},
      ]) {
        const html = await follow(token, from);
        expect(html, JSON.stringify(from)).not.toContain("/t/wechat/agree");
        expect(html).toContain(`href="/s/${code}"`);
      }
      for (const from of [{ "Sec-Fetch-Site": "same-origin" }, { Referer: `${origin}/s/${code}` }])
        expect(await follow(token, from)).toContain("/t/wechat/agree");
    }
  });
});

test("a browser that keeps no cookies is told so, and not asked in a circle", async () => {
  await connect(world, wechat, { signIn: "base" });
  const { token } = await openPage(code);
  const asked = await tap({ token, cookie: "" });
  const version = /name="version" value="([^"]+)"/.exec(asked.html)?.[1] ?? "";
  for (const [language, words] of [
    ["en", "keeps no cookies"],
    ["zh-CN", "不影响继续读正文"],
    ["zh-TW", "不影響繼續閱讀"],
  ] as const) {
    const yes = await fetchRaw("/t/wechat/agree", {
      method: "POST",
      headers: headersOf("", { Origin: origin, "Accept-Language": language }),
      body: new URLSearchParams({ token, version }).toString(),
    });
    const [, href = ""] = /href="([^"]*wechat[^"]*)"/.exec(await yes.text()) ?? [];
    const headers = headersOf("", { ...tapped, "Accept-Language": language });
    const told = await fetchWith(wechat.bindings, href.replaceAll("&amp;", "&"), { headers });
    const html = await told.text();
    expect(html).toContain(words);
    expect(html).toContain(`href="/s/${code}"`);
    const remembering = await fetchWith(wechat.bindings, href.replaceAll("&amp;", "&"), {
      headers: { ...headers, Cookie: jar(yes) },
    });
    expect(remembering.status).toBe(302);
  }
});

describe("meanwhile", () => {
  /** What happens while WeChat is asked. */
  const during = async (given: string, call: string, what: () => Promise<unknown>) => {
    const browser = await reader();
    const away = await tap(browser);
    await wechat.tell({ call, delayMs: 250 });
    const [told] = await Promise.all([
      back(away, given),
      new Promise((done) => setTimeout(done, 80)).then(what),
    ]);
    return told;
  };

  test.each([
    ["removed", () => world.call("DELETE", "/v1/integrations/wechat")],
    ["replaced", () => connect(world, wechat, { appId: "wxffffffffffffffff", signIn: "base" })],
    ["switched off", () => connect(world, wechat)],
  ])("an account that is %s while it is asked leaves nothing of whom it knew", async (_, act) => {
    await connect(world, wechat, { signIn: "userinfo" });
    for (const call of ["access_token", "userinfo"]) {
      await connect(world, wechat, { signIn: "userinfo" });
      const told = await during(`name-of-${call.replace("_", "")}`, call, act);
      expect(told.html).toContain("Nothing was kept");
      expect(told.html).toContain(`href="/s/${code}"`);
      await nothingKept();
    }
  });

  test("a withdrawal while the name is asked for leaves no name", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const told = await during("name-of-Li", "userinfo", async () => {
      const [viewer] = await viewers();
      await world.call("POST", `/v1/viewers/${viewer?.id}/withdraw`);
    });
    expect(told.html).toContain("Nothing was kept");
    await nothingKept();
  });

  test("two browsers that come back at the same moment with a name are one of that name", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const browsers = [await reader(), await reader(), await reader()];
    const fields = { openid: "openid-Li", access_token: "name-Li" };
    await wechat.tell({ call: "access_token", times: 3, fields });
    const told = await Promise.all(browsers.map((one, at) => signIn(one, `name-of-x${at}`)));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await viewers()).toMatchObject([{ visits: 3, contact: { name: "昵称Li" } }]);
  });

  test("a yes taken back before it is written leaves nothing of who signed in", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const { token } = await openPage(code);
    const cookie = await agree(token);
    await signIn({ token, cookie }, "name-of-Li");
    passTime(1000);
    const no = { token, choice: false, textVersion: covering, language: "en" };
    await send("/t/consent", JSON.stringify(no), { Cookie: cookie });
    await drain(queued);
    expect(await rows("SELECT id FROM viewers")).toEqual([]);
    await nothingKept();
  });
});

describe("whom an id finds", () => {
  test("is not somebody else whose browser is borrowed", async () => {
    await connect(world, wechat, { signIn: "userinfo" });
    const theirs = await reader();
    await signIn(theirs, "name-of-Li");
    passTime(60_000);
    const own = await reader();
    await signIn(own, "name-of-Wang");
    passTime(60_000);
    const page = await openPage(code, theirs.cookie);
    await wechat.tell({
      call: "access_token",
      fields: { openid: "openid-Wang", access_token: "name-Wang" },
    });
    const told = await signIn({ token: page.token, cookie: theirs.cookie }, "name-of-WangToo");
    expect(told.html).toContain("Nothing was kept");
    expect(told.html).not.toContain("/privacy/");
    expect((await viewers()).map(({ contact }) => contact?.name).sort()).toEqual([
      "昵称Li",
      "昵称Wang",
    ]);
    expect(await rows("SELECT DISTINCT viewer_id FROM outside_ids")).toHaveLength(2);
    // Whoever the browser is remembered as is known as before.
    await wechat.tell({
      call: "access_token",
      fields: { openid: "openid-Li", access_token: "name-Li" },
    });
    const again = await signIn({ token: page.token, cookie: theirs.cookie }, "name-of-LiToo");
    expect(again.html).toContain("昵称Li");
  });

  test("stays with who said it, where they turn out to be somebody else after all", async () => {
    await connect(world, wechat, { signIn: "base" });
    const first = await reader();
    passTime(60_000);
    const second = await reader();
    const [late, early] = await viewers();
    await world.call("POST", `/v1/viewers/${early?.id}/merge`, { viewerId: late?.id });
    await signIn(second, "code-of-Li");
    const undone = await world.call("DELETE", `/v1/viewers/${late?.id}/merge`);
    expect(undone.status).toBeLessThan(300);
    expect(await rows("SELECT viewer_id FROM outside_ids")).toEqual([{ viewer_id: late?.id }]);
    await signIn(first, "code-of-Wang");
    await world.call("DELETE", `/v1/viewers/${late?.id}`);
    expect(await rows("SELECT viewer_id FROM outside_ids")).toEqual([{ viewer_id: early?.id }]);
  });
});

describe("what a server says", () => {
  test.each([
    "null",
    "[]",
    '"x"',
    "7",
    "",
    '{"openid":{"a":1},"access_token":"x"}',
    '{"errcode":"x"}',
    '{"errcode":null,"openid":"","access_token":""}',
    '{"errcode":1e999}',
    '{"errcode":{}}',
  ])("that is %s keeps nothing, and the page leads back", async (body) => {
    await connect(world, wechat, { signIn: "userinfo" });
    for (const call of ["access_token", "userinfo"] as const) {
      const browser = await reader();
      await wechat.tell({ call, body });
      const told = await signIn(browser, `name-of-${call.replace("_", "")}`);
      expect(told.status, call).toBe(200);
      expect(told.html).toContain(`href="/s/${code}"`);
    }
    const kept = await rows("SELECT hash FROM outside_ids");
    expect(kept.length).toBeLessThan(2);
    expect(await rows("SELECT * FROM contacts")).toEqual([]);
  });

  test.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}}&lt;",
    "'; DROP TABLE viewers; --",
  ])("for a name, such as %j, is text and no more", async (nickname) => {
    await connect(world, wechat, { signIn: "userinfo" });
    const browser = await reader();
    await wechat.tell({ call: "userinfo", fields: { nickname } });
    const { html } = await signIn(browser, "name-of-Li");
    expect(html).not.toMatch(/<script>alert|<img/);
    expect((await viewers())[0]?.contact?.name).toBe(nickname);
  });

  test.each([
    "a".repeat(1000),
    "\u200b\u2060",
    "\u3164",
    "\ud800",
    "\u202eLi",
    "Li\u2028x",
    7,
    null,
    ["Li"],
    "A\u0000B",
  ])("for a name that is none (%#) leaves none", async (nickname) => {
    await connect(world, wechat, { signIn: "userinfo" });
    const browser = await reader();
    await wechat.tell({ call: "userinfo", fields: { nickname } });
    expect((await signIn(browser, "name-of-Li")).html).toContain("No name was kept");
  });
});

describe("a state", () => {
  test.each([
    "",
    "0".repeat(32),
    "x",
    "../../s/a",
    `${"0".repeat(32)}a${"b".repeat(3000)}`,
    `${"0".repeat(32)}\u0000`,
    `${"0".repeat(32)}微信`,
    `${"0".repeat(32)}a/..%2f`,
    `${"0".repeat(32)}__proto__`,
  ])("that is %j is a page, and asks nobody", async (state) => {
    await connect(world, wechat, { signIn: "base" });
    const away = await tap(await reader());
    const told = await back({ ...away, state }, "code-of-Li");
    expect(told.status).toBe(403);
    expect(await wechat.asked()).toEqual([]);
    expect(told.html).toContain("<html");
  });

  test("is not taken from a machine that looks ahead", async () => {
    await connect(world, wechat, { signIn: "base" });
    const away = await tap(await reader());
    const query = new URLSearchParams({ code: "code-of-Li", state: away.state });
    await fetchWith(wechat.bindings, `/t/wechat/back?${query}`, {
      method: "HEAD",
      headers: headersOf(away.cookie),
    });
    expect(await wechat.asked()).toEqual([]);
    await back(away, "code-of-Li", { "Sec-Purpose": "prefetch" });
    expect(await wechat.asked()).toEqual([]);
  });
});
