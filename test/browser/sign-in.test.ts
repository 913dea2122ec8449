/**
 * A reader inside WeChat says who they are, the whole way in a real browser: from the text over the question to WeChat and
 * back, as people go who think better of it, keep no cookies or follow somebody else's link. Each page is looked at on the
 * smallest phone, in each language.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import { CONSENT_WORDS } from "../../src/pages/reader/consent-words.ts";
import { SIGN_IN_WORDS } from "../../src/pages/reader/sign-in-words.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import {
  account,
  type Mishap,
  startWechatServer,
  type WechatServer,
} from "../support/wechat-server.ts";

const userAgent =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47";
const sender = "林夏";
const workspace = "早安家居";
const names = { sender, workspace };

let server: TestServer;
let wechat: WechatServer;
let browser: Browser;
let api: Api;
let link: string;
let tell: (mishap: Mishap) => Promise<unknown>;

beforeAll(async () => {
  wechat = await startWechatServer();
  const made = await fetch(`${wechat.url}/realms`, { method: "POST" });
  const { origin, controlUrl } = (await made.json()) as { origin: string; controlUrl: string };
  tell = (mishap) => fetch(controlUrl, { method: "POST", body: JSON.stringify([mishap]) });
  const settings = {
    WECHAT_API_ORIGIN: origin,
    ALLOWED_ORIGINS: origin,
    // Another site than the share host, as WeChat's is: its cookies come back by a tap alone.
    WECHAT_AUTHORIZE_ORIGIN: origin.replace("127.0.0.1", "localhost"),
  };
  [server, browser] = await Promise.all([
    startServer(undefined, settings),
    launchBrowser(userAgent),
  ]);
  const admin = apiClient(server.url, server.adminSecret);
  const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", { name: workspace });
  api = apiClient(server.url, apiKey);
  const { id: senderId } = await api.post<{ id: string }>("/v1/senders", { name: sender });
  const draft = {
    title: "好好睡觉",
    body: "## 为什么\n\n把灯调暗。",
    drafts: ["{早睡|好好睡觉}。"],
  };
  const { id: contentId } = await api.post<{ id: string }>("/v1/contents", draft);
  const accept = { acceptAchieved: true };
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${contentId}/publish`, accept);
  await finishJob(api, jobId);
  const put = await fetch(new URL("/v1/integrations/wechat", server.url), {
    method: "PUT",
    headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ appId: account.appId, appSecret: account.secret, signIn: "userinfo" }),
  });
  expect(put.status).toBe(200);
  const variant = await api.get<{ link: { url: string } }>(
    `/v1/contents/${contentId}/variants/${senderId}`,
  );
  link = variant.link.url;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await wechat?.close();
});

async function newPhone(locale: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    locale,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.route("https://res.wx.qq.com/**", (route) => route.abort());
  return page;
}

/** Nothing stands beyond the edge, and what is tapped is as large as a finger. */
async function expectWell(page: Page, title: string): Promise<void> {
  const heading = page.locator("h1");
  await heading.filter({ hasText: title }).waitFor();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, title).toBeLessThanOrEqual(0);
  for (const button of await page.locator(".button").all()) {
    expect((await button.boundingBox())?.height, title).toBeGreaterThanOrEqual(44);
  }
  const folder = process.env.SIGN_IN_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${Date.now()}.png`, fullPage: true });
}

describe.each([
  ["zh-CN", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["en-US", "en"],
] as const)("in %s", (locale, language) => {
  const words = SIGN_IN_WORDS[language];
  const notKept = words.notKept(names);
  const toWechat = async (page: Page) => {
    await page.goto(link);
    await page.getByText(words.offer(sender)).click();
    await page.getByRole("link", { name: words.go }).click();
  };

  test("a reader goes to WeChat and back: asked, refusing there, allowing, and once only", async () => {
    const page = await newPhone(locale);
    await toWechat(page);
    await expectWell(page, words.ask);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await page.getByRole("button", { name: CONSENT_WORDS[language].yes }).click();
    await expectWell(page, words.agreed[0]);
    await page.getByRole("link", { name: words.go }).click();
    await page.getByRole("link", { name: "Refuse" }).click();
    await expectWell(page, notKept.declined[0]);
    expect(await page.locator(".lead").textContent()).toBe(notKept.declined[1]);
    await page.getByRole("link", { name: words.back }).click();
    await page.locator("article").waitFor();
    await toWechat(page);
    // As long as a name may be, without a place to break it.
    const nickname = `${language}${"W".repeat(40 - language.length)}`;
    await tell({ call: "userinfo", fields: { nickname } });
    await page.getByRole("link", { name: "Allow" }).click();
    const [title, text] = words.kept(names).nickname(nickname);
    await expectWell(page, title);
    expect(await page.locator(".lead").textContent()).toBe(text);
    expect(new URL(page.url()).hostname).not.toBe("localhost");
    const { items } = await api.get<{ items: { contact: { name: string } | null }[] }>(
      "/v1/viewers",
    );
    expect(items.map(({ contact }) => contact?.name)).toContain(nickname);
    await page.reload();
    await expectWell(page, notKept.stale[0]);
    await page.context().close();
  });

  test("a snapshot, an account that is not right and a browser without cookies are told", async () => {
    const page = await newPhone(locale);
    await toWechat(page);
    await page.getByRole("button", { name: CONSENT_WORDS[language].yes }).click();
    const go = page.getByRole("link", { name: words.go });
    await go.waitFor();
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await go.click();
    await expectWell(page, notKept.forgotten[0]);
    expect(await page.locator(".lead").textContent()).toBe(notKept.forgotten[1]);
    await page.context().addCookies(cookies);
    for (const [mishap, why] of [
      [{ fields: { is_snapshotuser: 1 } }, "snapshot"],
      [{ errcode: 40125 }, "account"],
      [{ errcode: 40163 }, "code"],
      [{ errcode: 45009 }, "quota"],
      [{ status: 500, times: 2 }, "no-answer"],
    ] as const) {
      await toWechat(page);
      await tell({ call: "access_token", ...mishap });
      await page.getByRole("link", { name: "Allow" }).click();
      await expectWell(page, notKept[why][0]);
      expect(await page.locator(".lead").textContent()).toBe(notKept[why][1]);
    }
    await page.context().close();
  });

  test("somebody else's link asks nobody", async () => {
    const theirs = await newPhone(locale);
    await toWechat(theirs);
    await expectWell(theirs, words.ask);
    const prepared = theirs.url();
    const lured = await newPhone(locale);
    await lured.goto(prepared);
    await expectWell(lured, notKept.stale[0]);
    expect(await lured.locator("form").count()).toBe(0);
    // Nor from a page elsewhere.
    await lured.goto(wechat.url);
    await lured.setContent(`<a href="${prepared.replaceAll("&", "&amp;")}">tap</a>`);
    await lured.getByRole("link", { name: "tap" }).click();
    await expectWell(lured, notKept.stale[0]);
    for (const page of [theirs, lured]) await page.context().close();
  });
});
