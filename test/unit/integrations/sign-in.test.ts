/** What WeChat and WeCom are asked when a reader says who they are, and what their answers come to. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outsideOf } from "../../../src/integrations/outside.ts";
import {
  askNickname,
  askReader,
  askWecomReader,
  authorizeUrl,
} from "../../../src/integrations/wechat/sign-in.ts";
import {
  account,
  type Mishap,
  startWechatServer,
  type WechatServer,
} from "../../support/wechat-server.ts";

let server: WechatServer;
let origin: string;
let controlUrl: string;

beforeAll(async () => {
  server = await startWechatServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  const made = await fetch(`${server.url}/realms`, { method: "POST" });
  ({ origin, controlUrl } = (await made.json()) as { origin: string; controlUrl: string });
});

const tell = (...mishaps: Mishap[]) =>
  fetch(controlUrl, { method: "POST", body: JSON.stringify(mishaps) });
const outside = () => outsideOf({ ALLOWED_ORIGINS: origin, OUTSIDE_TIMEOUT_MS: 300 });
const official = () => ({ appId: account.appId, secret: account.secret, origin });
const exchange = (code: string) => askReader(outside(), official(), code);

describe("where a reader is sent", () => {
  const asked = {
    appId: account.appId,
    back: "https://share.example.com/t/wechat/back",
    scope: "snsapi_base",
    state: "abc123",
  } as const;

  test("is WeChat's own page, with its parameters in the order that it reads", () => {
    expect(authorizeUrl(outsideOf({}), asked)).toBe(
      "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0123456789abcdef" +
        "&redirect_uri=https%3A%2F%2Fshare.example.com%2Ft%2Fwechat%2Fback" +
        "&response_type=code&scope=snsapi_base&state=abc123#wechat_redirect",
    );
  });

  test("names the app of a company in WeCom, and another host where the deployer says so", () => {
    const settings = { WECHAT_AUTHORIZE_ORIGIN: "https://wx.example.com/" };
    const url = authorizeUrl(outsideOf(settings), { ...asked, agentId: "1000002" });
    expect(url).toMatch(/^https:\/\/wx\.example\.com\/connect\/oauth2\/authorize\?/);
    expect(url).toMatch(/&state=abc123&agentid=1000002#wechat_redirect$/);
  });
});

describe("a code of WeChat's", () => {
  test("comes to an open id, by the id alone", async () => {
    expect(await exchange("code-of-Li")).toEqual({
      ok: true,
      openId: "openid-Li",
      token: "code-Li",
      scope: "snsapi_base",
      isSnapshot: false,
    });
  });

  test("comes to a name, where the reader let WeChat tell it", async () => {
    const reader = await exchange("name-of-Li");
    if (!reader.ok) throw new Error(reader.fault);
    expect(reader.scope).toBe("snsapi_userinfo");
    expect(await askNickname(outside(), official(), reader)).toEqual({
      ok: true,
      nickname: "昵称Li",
    });
  });

  test("of a page that WeChat shows a snapshot of is nobody's", async () => {
    await tell({ call: "access_token", fields: { is_snapshotuser: 1 } });
    expect(await exchange("code-of-Li")).toMatchObject({ ok: true, isSnapshot: true });
  });

  test("is good once", async () => {
    await exchange("code-of-Li");
    const again = await exchange("code-of-Li");
    expect(again).toEqual({ ok: false, fault: "code-refused", errcode: 40163 });
  });

  test.each([
    [{ errcode: 40029 }, "code-refused"],
    [{ errcode: 40125 }, "credential-refused"],
    [{ errcode: 40164, errmsg: "invalid ip 203.0.113.7" }, "address-refused"],
    [{ errcode: 45009 }, "quota-spent"],
    [{ errcode: 40001 }, "token-refused"],
    [{ errcode: 48001 }, "refused"],
    [{ manner: "silent" }, "timeout"],
    [{ manner: "cut", times: 2 }, "unavailable"],
    [{ fields: { openid: 7 } }, "malformed"],
    [{ status: 302, location: "https://elsewhere.example/" }, "proxy-refused"],
  ] as const)("that meets %j is told as %s", async (mishap, fault) => {
    await tell({ call: "access_token", ...mishap } as Mishap);
    expect(await exchange("code-of-Li")).toMatchObject({ ok: false, fault });
  });

  test("of another scope gives no name", async () => {
    const reader = await exchange("code-of-Li");
    if (!reader.ok) throw new Error(reader.fault);
    const named = await askNickname(outside(), official(), reader);
    expect(named).toMatchObject({ ok: false, errcode: 48001 });
  });
});

describe("a code of WeCom's", () => {
  const ask = (code: string) => askWecomReader(outside(), { origin, token: "wecom-token-0" }, code);

  test.each([
    ["customer-Li", { kind: "visitor", openId: "openid-Li", externalUserId: "wm-Li" }],
    ["stranger-Li", { kind: "visitor", openId: "openid-Li" }],
    ["member-Li", { kind: "member" }],
  ])("%s is told as who they are to the company", async (code, reader) => {
    expect(await ask(code)).toEqual({ ok: true, reader });
  });

  test.each([
    [{ errcode: 40029 }, "code-refused"],
    [{ errcode: 42001 }, "token-refused"],
    [{ errcode: 60020, errmsg: "from ip: 203.0.113.7" }, "address-refused"],
    [{ fields: { openid: "", external_userid: "" } }, "malformed"],
  ] as const)("that meets %j is told as %s", async (mishap, fault) => {
    await tell({ call: "getuserinfo", ...mishap });
    expect(await ask("stranger-Li")).toMatchObject({ ok: false, fault });
  });
});
