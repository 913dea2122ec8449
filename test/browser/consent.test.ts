/**
 * The ladder of consent as people climb it, in a real browser: a sum until a yes, then somebody, then a name; and down
 * again. After each step the sender's kit and head office's console are looked at.
 */
import { setTimeout } from "node:timers/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

const userAgent =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36";
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: "zh-CN" };
const title = "好好睡觉这件小事";
const text = "把手机放到客厅，把灯调暗，留一点时间给自己，整个人都会慢下来。";

let server: TestServer;
let browser: Browser;
let api: Api;
let senderId: string;
let contentId: string;
/** The sender's link for everybody. */
let link: string;
let kit: Page;
let desk: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser(userAgent)]);
  const admin = apiClient(server.url, server.adminSecret);
  const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", { name: "早安家居" });
  api = apiClient(server.url, apiKey);
  await api.patch("/v1/workspace", { leaveName: true });
  const sender = await api.post<{ id: string; kitUrl: string }>("/v1/senders", { name: "林夏" });
  senderId = sender.id;
  const draft = {
    title,
    body: `## 为什么\n\n${text}`,
    drafts: ["{早睡|好好睡觉}，{今晚|今天}就能开始。"],
  };
  contentId = (await api.post<{ id: string }>("/v1/contents", draft)).id;
  const published = await api.post<{ jobId: string }>(`/v1/contents/${contentId}/publish`, {
    acceptAchieved: true,
  });
  await finishJob(api, published.jobId);
  link = (
    await api.get<{ link: { url: string } }>(`/v1/contents/${contentId}/variants/${senderId}`)
  ).link.url;
  kit = await newPage();
  await kit.goto(sender.kitUrl);
  const member = { name: "林婉", role: "head-office" };
  const { signInUrl } = await api.post<{ signInUrl: string }>("/v1/members", member);
  desk = await newPage({ locale: "zh-CN", viewport: { width: 1280, height: 900 } });
  await desk.goto(signInUrl);
  await desk.getByRole("button", { name: "进入控制台" }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A browser of somebody's own: no cookie of it is anybody else's. */
const newPage = async (options: BrowserContextOptions = phone) =>
  await (await browser.newContext(options)).newPage();

/** Opens a link, does what is to be done on the page, and reads for as long as a read takes. */
async function read(page: Page, act?: () => Promise<unknown>, url = link): Promise<void> {
  await page.goto(url);
  await act?.();
  await setTimeout(2_300);
}

/** Leaves a page as people do: what it says last is sent. A context that is closed says nothing more. */
const leave = (page: Page) => page.goto("about:blank");

const answer = (page: Page, name: string) => async () => {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("link", { name: "回执" }).waitFor();
};

/** Says yes or no, and goes on to where its receipt is checked. */
async function followReceipt(page: Page, said: string): Promise<void> {
  await page.getByRole("link", { name: "回执" }).click();
  await page.getByRole("heading", { name: "这份回执是真的" }).waitFor();
  expect(await page.locator("main").textContent()).toContain(said);
}

/** Who is told of, and how many reads were nobody's, as the kit and the console have it. */
async function told(): Promise<{ kit: string[]; console: string[]; unnamed: number[] }> {
  await kit.reload();
  const rows = kit.locator(".readers > li");
  const inKit = await rows.evaluateAll((items) =>
    items.map((item) => {
      const guess = item.querySelector(":scope > .quiet")?.textContent?.trim();
      return (guess === "可能是" ? guess : "") + item.querySelector("b")?.textContent;
    }),
  );
  await desk.goto(`${server.url}/console/readers`);
  const atDesk = await desk.locator("main h2 a[href^='/console/readers/']").allInnerTexts();
  const sums = await Promise.all([kit.textContent("body"), desk.textContent("main")]);
  return {
    kit: inKit.sort(),
    console: atDesk.sort(),
    unnamed: sums.map((page) => Number(/(?:其中|另有) (\d+) 次/.exec(page ?? "")?.[1] ?? 0)),
  };
}

/** Both say the same, once the queue is done: these people, and so many reads of nobody. */
async function expectTold(people: string[], unnamed: number): Promise<void> {
  const names = people.toSorted();
  await vi.waitFor(
    async () =>
      expect(await told()).toEqual({ kit: names, console: names, unnamed: [unnamed, unnamed] }),
    { timeout: 20_000, interval: 500 },
  );
}

/** From a reader's page to what is held of them, as they would find it. */
async function openHeld(page: Page): Promise<void> {
  await page.goto(link);
  await page.getByText("详情").click();
  await page.getByRole("link", { name: "隐私说明" }).first().click();
  await page.getByRole("link", { name: "看看记着我的什么" }).click();
  await page.getByRole("heading", { name: "关于你的记录" }).waitFor();
}

let ada: Page;

test("who says nothing, refuses or asks not to be tracked is part of a sum, and reads all the same", async () => {
  const [silent, refusing, untracked] = await Promise.all([
    newPage(),
    newPage(),
    newPage({ ...phone, extraHTTPHeaders: { "Sec-GPC": "1" } }),
  ]);
  ada = silent;
  await Promise.all([read(silent), read(refusing, answer(refusing, "不同意")), read(untracked)]);
  for (const page of [silent, refusing, untracked]) {
    expect(await page.locator("article").textContent()).toContain(text);
  }
  expect(await untracked.locator("[data-starling-consent]").count()).toBe(0);
  expect(await untracked.locator("form.leave-name").count()).toBe(0);
  await followReceipt(refusing, "读者不同意被记住");
  // What a refusal leaves in the browser says no and nothing else.
  const kept = await refusing.context().cookies();
  expect(kept.filter(({ name, value }) => !/ref/.test(name) && value !== "1")).toEqual([]);
  await refusing.goto(link);
  expect(await refusing.locator("[data-starling-notice]").getAttribute("data-state")).toBe(
    "refused",
  );
  await Promise.all([leave(silent), leave(refusing), leave(untracked)]);
  await expectTold([], 3);
});

test("a yes makes somebody of what is read from then on, and its receipt is genuine", async () => {
  await read(ada, answer(ada, "同意"));
  await followReceipt(ada, "读者同意被记住");
  await expectTold(["一位读者"], 3);
});

test("the sender says who it is, probably, and takes it back", async () => {
  await kit.getByText("这是谁？").click();
  await kit.getByLabel("或写下称呼").fill("张先生");
  await kit.getByRole("button", { name: "记下", exact: true }).click();
  await expectTold(["可能是张先生"], 3);
  // The guess is not shown to whom it is about: it may be somebody else's name.
  await openHeld(ada);
  expect(await ada.locator("main").textContent()).not.toContain("张先生");
  await kit.getByRole("button", { name: "不是这个人" }).click();
  await expectTold(["一位读者"], 3);
});

test("a link made for somebody makes whoever agrees on it probably them, and head office confirms it", async () => {
  const contact = await api.post<{ id: string }>("/v1/contacts", { senderId, name: "王姐" });
  const own = { contentId, senderId, contactId: contact.id };
  const { url } = await api.post<{ url: string }>("/v1/links", own);
  const page = await newPage();
  await read(page, answer(page, "同意"), url);
  await leave(page);
  await expectTold(["一位读者", "可能是王姐"], 3);
  const { items } = await api.get<{ items: { id: string; contact: { id: string } | null }[] }>(
    "/v1/viewers",
  );
  const viewer = items.find((one) => one.contact?.id === contact.id);
  await api.post(`/v1/viewers/${viewer?.id}/identify`, { contactId: contact.id });
  await expectTold(["一位读者", "王姐"], 3);
});

let lee: Page;

test("a reader leaves their name, mends a wrong number in the form, and the sender confirms it", async () => {
  lee = await newPage();
  await read(lee, answer(lee, "同意"));
  await lee.getByText("给林夏留个称呼").click();
  // Whoever has said yes above is not asked again.
  expect(await lee.locator("input[name=agree]").isVisible()).toBe(false);
  await lee.getByLabel("称呼", { exact: true }).fill("李女士");
  await lee.getByLabel("电话（可以不填）").fill("138 oops");
  await lee.getByRole("button", { name: "留下" }).click();
  await lee.getByText("电话只能有数字").waitFor();
  expect(await lee.getByLabel("称呼", { exact: true }).inputValue()).toBe("李女士");
  expect(await lee.getByLabel("电话（可以不填）").inputValue()).toBe("138 oops");
  expect(await lee.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("phone");
  await lee.getByLabel("电话（可以不填）").fill("138 0013 8000");
  await lee.getByRole("button", { name: "留下" }).click();
  await lee.getByRole("heading", { name: "林夏会看到" }).waitFor();
  await expectTold(["一位读者", "王姐", "可能是李女士"], 3);
  expect(await kit.textContent(".readers")).toContain("138 0013 8000");
  await kit.getByRole("button", { name: "确认是 TA" }).click();
  await expectTold(["一位读者", "王姐", "李女士"], 3);
});

test("without script a name is left with a yes of its own, and is on the reader's own page", async () => {
  const page = await newPage({ ...phone, javaScriptEnabled: false });
  await page.goto(link);
  await page.getByText("给林夏留个称呼").click();
  await page.getByLabel("称呼", { exact: true }).fill("赵叔");
  await page.getByRole("button", { name: "留下" }).click();
  await page.getByText("需要先勾选同意").waitFor();
  expect(await page.getByLabel("称呼", { exact: true }).inputValue()).toBe("赵叔");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "留下" }).click();
  await page.getByRole("heading", { name: "林夏会看到" }).waitFor();
  const receipt = await page.getByRole("link", { name: "同意的回执" }).getAttribute("href");
  await page.getByRole("link", { name: "查看、导出或删除我的记录" }).click();
  expect(await page.locator("main").textContent()).toContain("称呼：赵叔");
  await page.goto(new URL(receipt ?? "", server.url).href);
  await page.getByRole("heading", { name: "这份回执是真的" }).waitFor();
  // Nothing was read that a script could tell: there is no read to show.
  await expectTold(["一位读者", "王姐", "李女士"], 3);
  await page.context().close();
});

test("a yes taken back ends what is remembered, and a new one begins with somebody new", async () => {
  await openHeld(ada);
  await ada.getByRole("button", { name: "撤回", exact: true }).click();
  await ada.getByText(/^已在.*撤回。$/).waitFor();
  await read(ada);
  expect(await ada.locator("[data-starling-notice]").getAttribute("data-state")).toBe("refused");
  await leave(ada);
  await expectTold(["一位读者", "王姐", "李女士"], 4);
  await read(ada, answer(ada, "同意"));
  await expectTold(["一位读者", "一位读者", "王姐", "李女士"], 4);
});

test("an erasure leaves a receipt and nobody", async () => {
  await openHeld(lee);
  expect(await lee.locator("main").textContent()).toContain("李女士");
  await lee.getByLabel("我确定要删除").check();
  await lee.getByRole("button", { name: "删除", exact: true }).click();
  await lee.getByRole("heading", { name: "已经删除" }).waitFor();
  await lee.getByRole("link", { name: "核对回执" }).click();
  await lee.getByText("一位读者的记录被全部删除").waitFor();
  expect(await lee.context().cookies()).toEqual([]);
  const { kit: inKit, console: atDesk } = await told();
  expect([inKit, atDesk]).toEqual([
    ["一位读者", "一位读者", "王姐"].sort(),
    ["一位读者", "一位读者", "王姐"].sort(),
  ]);
  expect(JSON.stringify(await api.get("/v1/contacts"))).not.toContain("李女士");
});
