import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicHost, outsideOf } from "../../../src/integrations/outside.ts";

let server: Server;
let origin: string;
const reached: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? "");
    if (request.url === "/away") response.writeHead(302, { Location: "/there" }).end();
    else if (request.url === "/list") response.end("[]");
    else if (request.url === "/long") response.end(`{"a":"${"a".repeat(65_536)}"}`);
    else if (request.url !== "/silent") response.end('{"a":1}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, more = {}) =>
  outsideOf({ ALLOWED_ORIGINS: origin, OUTSIDE_TIMEOUT_MS: 200, ...more }).askJson(
    new URL(path, origin),
  );

describe("whom it may ask", () => {
  test.each(["api.weixin.qq.com", "wx.example.com", "例子.公司", "a.b.c.example.co"])(
    "%s is a public host",
    (host) => expect(isPublicHost(new URL(`https://${host}`).hostname)).toBe(true),
  );

  test.each([
    "localhost",
    "localhost.",
    "proxy",
    "a.localhost",
    "printer.local",
    "db.internal",
    "DB.Internal",
    "router.lan",
    "nas.home.arpa",
    "10.0.0.1",
    "127.0.0.1",
    "0x7f.1",
    "2130706433",
    "169.254.169.254",
    "8.8.8.8",
    "[::1]",
    "[fd00::1]",
    "[::ffff:10.0.0.1]",
  ])("%s is none", (host) => {
    expect(isPublicHost(new URL(`https://${host}`).hostname)).toBe(false);
  });

  test("plain http and credentials are refused, and what the deployer allows is not", () => {
    const { mayAsk } = outsideOf({ ALLOWED_ORIGINS: ` ${origin}/ , https://wx.internal` });
    expect(mayAsk("https://api.weixin.qq.com/cgi-bin")).toBe(true);
    expect(mayAsk("http://api.weixin.qq.com/cgi-bin")).toBe(false);
    expect(mayAsk("https://me:word@api.weixin.qq.com/")).toBe(false);
    expect(mayAsk("ftp://api.weixin.qq.com/")).toBe(false);
    expect(mayAsk("nonsense")).toBe(false);
    expect(mayAsk(`${origin}/cgi-bin`)).toBe(true);
    expect(mayAsk("https://wx.internal/")).toBe(true);
    expect(mayAsk("https://wx.internal:8443/")).toBe(false);
  });

  test("whom it may not ask is not reached", async () => {
    expect(await ask("/never", { ALLOWED_ORIGINS: "" })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(reached).not.toContain("/never");
  });
});

describe("what comes back", () => {
  test.each([
    ["/fine", { ok: true, body: { a: 1 } }],
    ["/list", { ok: false, reason: "malformed" }],
    ["/long", { ok: false, reason: "malformed" }],
    ["/silent", { ok: false, reason: "timeout" }],
    ["/away", { ok: false, reason: "status", status: 302 }],
  ])("%s", async (path, answer) => {
    expect(await ask(path)).toEqual(answer);
  });

  test("a redirect is not followed", async () => {
    await ask("/away");
    expect(reached).not.toContain("/there");
  });

  test("nobody there is unreachable, and not a word of the address is told", async () => {
    const outside = outsideOf({ ALLOWED_ORIGINS: "http://127.0.0.1:1" });
    const answer = await outside.askJson(new URL("http://127.0.0.1:1/?secret=s"));
    expect(answer).toEqual({ ok: false, reason: "unreachable" });
  });
});

test("the addresses of WeChat and WeCom are theirs, unless the deployer names others", () => {
  expect(outsideOf({})).toMatchObject({
    wechatOrigin: "https://api.weixin.qq.com",
    wecomOrigin: "https://qyapi.weixin.qq.com",
    authorizeOrigin: "https://open.weixin.qq.com",
  });
  expect(outsideOf({ WECHAT_API_ORIGIN: "https://wx.example.com/" }).wechatOrigin).toBe(
    "https://wx.example.com",
  );
});
