/** The reader's page inside WeChat: which address it has signed on which phone, and what card it gives the chat. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { coreScript } from "../../src/generated/page-script.ts";
import { wechatScript } from "../../src/generated/wechat-script.ts";
import { renderReader } from "../../src/pages/reader/page.tsx";
import type { WechatProps } from "../../src/pages/reader/props.ts";
import { pagePolicy } from "../../src/pages/shell/respond.ts";
import { launchBrowser } from "../support/browser.ts";
import { NONCE, readerProps } from "../support/sample-pages.ts";

const site = "https://share.example.com";
const given = "/s/aCode.theirs?from=singlemessage";
const own = "/s/aCode.own?from=singlemessage";
const agents = {
  Android:
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.47",
  iPhone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50",
};
type Phone = keyof typeof agents;

/** What stands for WeChat's script: it keeps what it is told, and fails where the test has it so. */
const jweixin = (methods: readonly string[]) => `
  window.calls = [];
  const keep = (name) => (value) => window.calls.push([name, value]);
  window.wx = { config: keep("config"), ready: (then) => then() };
  for (const name of ${JSON.stringify(methods)}) window.wx[name] = keep(name);`;
const newMethods = ["updateAppMessageShareData", "updateTimelineShareData"];
const oldMethods = [
  "onMenuShareAppMessage",
  "onMenuShareTimeline",
  "onMenuShareQQ",
  "onMenuShareQZone",
];

let browser: Browser;
const open: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

const configOf = (url: string) => ({
  appId: "wx1",
  timestamp: 1,
  nonceStr: "n",
  signature: `of ${url}`,
  url,
});

type Options = {
  phone: Phone;
  /** Signed as it was rendered, and not. */
  isSigned?: boolean;
  /** The address carries another ref than the page goes on under. */
  isPassedOn?: boolean;
  methods?: readonly string[];
  isSilent?: boolean;
};

async function show({ phone, isSigned = true, isPassedOn = true, methods, isSilent }: Options) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    userAgent: agents[phone],
  });
  const page = await context.newPage();
  open.push(page);
  const asked: string[] = [];
  const shared: unknown[] = [];
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  const path = isPassedOn ? given : own;
  const config = isSigned ? configOf(site + path) : null;
  const wechat: WechatProps = { scriptSrc: "/t/wechat-1.js", config, path };
  const html = renderReader({
    ...readerProps(),
    scriptSrc: "/t/core.js",
    ownRef: isPassedOn ? "own" : undefined,
    wechat,
    nonce: NONCE,
  });
  const type = "text/javascript";
  await page.route("**/*", async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const { pathname } = url;
    if (url.host === "res.wx.qq.com") {
      if (isSilent) return route.abort();
      const body = jweixin(methods ?? [...newMethods, ...oldMethods]);
      return route.fulfill({ contentType: type, body });
    }
    if (url.origin !== site) return route.abort();
    if (pathname === "/t/wechat") {
      const { url: signed } = request.postDataJSON() as { url: string };
      asked.push(signed);
      return route.fulfill({ json: configOf(signed) });
    }
    if (pathname === "/t/share") {
      shared.push(request.postDataJSON());
      return route.fulfill({ status: 204 });
    }
    if (pathname === "/t/wechat-1.js")
      return route.fulfill({ contentType: type, body: wechatScript });
    if (pathname === "/t/core.js") return route.fulfill({ contentType: type, body: coreScript });
    if (request.method() === "POST") return route.fulfill({ status: 204 });
    if (!pathname.startsWith("/s/")) return route.fulfill({ status: 404 });
    const policy = pagePolicy(NONCE, "https://res.wx.qq.com");
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "Content-Security-Policy": policy },
      body: html,
    });
  });
  await page.goto(site + path);
  const calls = async (name: string): Promise<Record<string, unknown>[]> => {
    const all = await page.evaluate(() => Reflect.get(window, "calls") as [string, never][]);
    return all.filter(([called]) => called === name).map(([, value]) => value);
  };
  const configured = (times: number) =>
    page.waitForFunction(
      (wanted) =>
        ((Reflect.get(window, "calls") as [string][] | undefined) ?? []).filter(
          ([name]) => name === "config",
        ).length === wanted,
      times,
    );
  return { page, asked, shared, complaints, calls, configured };
}

describe("the address that is signed", () => {
  test("is on Android the one that the page has, with the reader's own ref in it", async () => {
    const { asked, calls, configured, complaints } = await show({ phone: "Android" });
    await configured(1);
    expect(asked).toEqual([site + own]);
    expect(await calls("config")).toMatchObject([{ signature: `of ${site}${own}`, debug: false }]);
    expect(complaints).toEqual([]);
  });

  test("is on an iPhone the one that the page was loaded by, as it came with the page", async () => {
    const { page, asked, calls, configured } = await show({ phone: "iPhone" });
    await configured(1);
    expect(asked).toEqual([]);
    expect(await calls("config")).toMatchObject([{ signature: `of ${site}${given}` }]);
    expect(page.url()).toBe(site + own);
  });

  test("came with the page on Android too, where nothing about it changed", async () => {
    const { asked, configured } = await show({ phone: "Android", isPassedOn: false });
    await configured(1);
    expect(asked).toEqual([]);
  });

  test("is asked for where there was no ticket at hand", async () => {
    const { asked, configured } = await show({ phone: "iPhone", isSigned: false });
    await configured(1);
    expect(asked).toEqual([site + given]);
  });

  test.each([
    ["Android", own],
    ["iPhone", given],
  ] as const)("is asked for again on %s by a page that comes back", async (phone, signed) => {
    const { page, asked, configured } = await show({ phone });
    await configured(1);
    const before = asked.length;
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await configured(2);
    expect(asked.slice(before)).toEqual([site + signed]);
  });
});

describe("the card", () => {
  test.each(["Android", "iPhone"] as const)(
    "on %s leads to the reader's own ref",
    async (phone) => {
      const { calls, configured } = await show({ phone });
      await configured(1);
      const { title, cover } = readerProps();
      for (const name of [...newMethods, ...oldMethods]) {
        expect(await calls(name), name).toMatchObject([
          { link: `${site}/s/aCode.own`, title, imgUrl: cover?.url ?? "" },
        ]);
      }
      expect((await calls("updateAppMessageShareData"))[0]?.desc).not.toBe("");
    },
  );

  test("is set on clients that know the older words alone", async () => {
    const { calls, configured, complaints } = await show({ phone: "Android", methods: oldMethods });
    await configured(1);
    expect(await calls("onMenuShareAppMessage")).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test("is left to WeChat where its script does not come, and the page stays well", async () => {
    const { page, complaints } = await show({ phone: "Android", isSilent: true });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => Reflect.get(window, "wx"))).toBeUndefined();
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test("where the page was passed on to is told once a visit", async () => {
  const { page, shared, configured } = await show({ phone: "Android" });
  await configured(1);
  expect(shared).toEqual([]);
  const pass = (menu: string) =>
    page.evaluate((name) => {
      const calls = Reflect.get(window, "calls") as [string, { success: () => void }][];
      calls.find(([called]) => called === name)?.[1].success();
    }, menu);
  await pass("onMenuShareTimeline");
  await pass("onMenuShareAppMessage");
  await expect.poll(() => shared).toEqual([{ token: readerProps().token, to: "moments" }]);
});
