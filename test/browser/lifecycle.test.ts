/** Every way in which a reader comes, goes and comes back, in a real browser, down to the database. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import { launchWindows, openPhone, setHidden, type WindowedBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

interface Link {
  readonly code: string;
  readonly url: string;
}
interface Visit {
  readonly channel: string;
  readonly engagedMs: number;
  readonly scroll: number;
  readonly app: string;
  readonly device: string;
  readonly confidence: string;
  readonly sections: readonly { readonly ms: number }[];
}

const sentence = "早点睡，把手机放到客厅，把灯调暗，留一点时间给自己，整个人都会慢下来。";
const body = ["开头", "中间", "结尾"]
  .map((heading) => `## ${heading}\n\n${Array(20).fill(sentence).join("\n\n")}`)
  .join("\n\n");
const wechat =
  "Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003137) WeChat/arm64 Weixin NetType/5G Language/zh_CN ABI/arm64";

let server: TestServer;
let browser: WindowedBrowser;
let api: Api;
let contentId: string;
let senderId: string;
let channels = 0;
/** Reader, true and measured engaged ms: the table of docs/reading-time.md. */
const seen: [string, number[], number[]][] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchWindows()]);
  const admin = apiClient(server.url, server.adminSecret);
  const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", {
    name: "早安家居",
    // Sections of one visit are kept for readers who may be remembered.
    consentMode: "notice",
  });
  api = apiClient(server.url, apiKey);
  senderId = (await api.post<{ id: string }>("/v1/senders", { name: "林晓" })).id;
  const content = {
    title: "好好睡觉",
    body,
    drafts: ["今晚早点睡，一起试试看。"],
    topics: ["睡眠"],
  };
  contentId = (await api.post<{ id: string }>("/v1/contents", content)).id;
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${contentId}/publish`, {
    acceptAchieved: true,
  });
  await finishJob(api, jobId);
});
afterAll(async () => {
  const seconds = (times: number[]) => times.map((ms) => (ms / 1000).toFixed(2)).join(" + ");
  const rows = seen.map(([name, truths, measured]) => {
    const errors = truths.map((truth, at) => Math.abs((measured[at] ?? 0) - truth));
    return `| ${name} | ${seconds(truths)} | ${seconds(measured)} | ${seconds([Math.max(...errors)])} |`;
  });
  console.log(["| reader | true, s | measured, s | error, s |", ...rows].join("\n"));
  await browser?.close();
  await server?.close();
});

/** A link of its own for each reader, told apart by its channel. */
async function newLink(): Promise<Link & { channel: string }> {
  const channel = `group:${++channels}`;
  const link = await api.post<Link>("/v1/links", { contentId, senderId, channel });
  return { ...link, channel };
}

/** When the page script began: deferred scripts run just before this event ends. */
async function begunAt(page: Page | Frame): Promise<number> {
  return await page.evaluate(() => {
    const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return performance.timeOrigin + (opening?.domContentLoadedEventStart ?? 0);
  });
}

async function openLink(userAgent?: string) {
  const link = await newLink();
  const page = await openPhone(browser);
  if (userAgent) {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setUserAgentOverride", { userAgent });
  }
  await page.goto(link.url);
  return { page, channel: link.channel, begun: await begunAt(page) };
}

/** The browser's only window must not stay minimized for the next reader. */
async function closeHidden(page: Page): Promise<void> {
  await setHidden(page, false);
  await page.close();
}

/** Waits until the channel's visits have told all and have the engaged times that are true, each within a second. */
async function findVisits(channel: string, ...truths: number[]): Promise<Visit[]> {
  const inOrder = truths.toSorted((a, b) => a - b);
  return await vi.waitFor(
    async () => {
      const { items } = await api.get<{ items: Visit[] }>(
        `/v1/visits?contentId=${contentId}&limit=200`,
      );
      const visits = items
        .filter((visit) => visit.channel === channel)
        .toSorted((a, b) => a.engagedMs - b.engagedMs);
      expect(visits).toHaveLength(inOrder.length);
      // Until then a beat is on its way that says more.
      expect(visits.every(({ confidence }) => confidence === "complete")).toBe(true);
      for (const [at, truth] of inOrder.entries()) {
        expect(Math.abs(visits[at]!.engagedMs - truth)).toBeLessThan(1000);
      }
      const measured = visits.map(({ engagedMs }) => engagedMs);
      seen.push([expect.getState().currentTestName ?? "", inOrder, measured]);
      return visits;
    },
    { timeout: 20_000, interval: 250 },
  );
}

test("a page that is left for another app and come back to is one visit without the time away", async () => {
  const { page, channel, begun } = await openLink();
  await setTimeout(1500);
  await setHidden(page, true);
  const away = Date.now();
  await setTimeout(3000);
  const back = Date.now();
  await setHidden(page, false);
  await setTimeout(1800);
  await setHidden(page, true);
  await findVisits(channel, away - begun + (Date.now() - back));
  await closeHidden(page);
});

test("a reader who follows a link elsewhere is told of at once", async () => {
  const { page, channel, begun } = await openLink();
  await setTimeout(2600);
  const truth = Date.now() - begun;
  await page.goto(`${server.url}/privacy`);
  await findVisits(channel, truth);
  await page.close();
});

test("coming back through the back/forward cache is a new visit", async (context) => {
  const { page, channel, begun } = await openLink();
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  await setTimeout(3500);
  const first = Date.now() - begun;
  await page.goto(`${server.url}/privacy`);
  await setTimeout(1500);
  await page.goBack({ waitUntil: "commit" });
  const back = Date.now();
  // The shell that npm brings keeps no page for going back to.
  context.skip(!(await page.evaluate(() => "isTheSamePage" in window)), "no back/forward cache");
  await setTimeout(1800);
  const second = Date.now() - back;
  await setHidden(page, true);
  await findVisits(channel, first, second);
  await closeHidden(page);
});

test("a closed tab has told all", async () => {
  const { page, channel, begun } = await openLink();
  await setTimeout(2700);
  const truth = Date.now() - begun;
  await page.close();
  await findVisits(channel, truth);
});

test("each section gets the time it was on the screen", async () => {
  const { page, channel, begun } = await openLink();
  const truths: number[] = [];
  let since = begun;
  for (const heading of ["开头", "中间", "结尾"]) {
    await page
      .getByRole("heading", { name: heading })
      .evaluate((element) =>
        element.closest("[data-section]")?.scrollIntoView({ behavior: "instant" }),
      );
    await setTimeout(2000);
    truths.push(Date.now() - since);
    since = Date.now();
  }
  await page.close();
  const [visit] = await findVisits(channel, since - begun);
  for (const [at, truth] of truths.entries()) {
    expect(Math.abs((visit?.sections[at]?.ms ?? 0) - truth)).toBeLessThan(1000);
  }
});

test("a page frozen in the background earns nothing and goes on when it is shown again", async () => {
  const { page, channel, begun } = await openLink();
  await setTimeout(1500);
  await setHidden(page, true);
  const away = Date.now();
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await setTimeout(3000);
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await setHidden(page, false);
  const back = Date.now();
  await setTimeout(1800);
  const truth = away - begun + (Date.now() - back);
  await page.close();
  await findVisits(channel, truth);
});

test("WeChat's browser is known and read in", async () => {
  const { page, channel, begun } = await openLink(wechat);
  await page.evaluate(() => {
    // As WeChat's webview does when its own bars take the focus.
    document.hasFocus = () => false;
    dispatchEvent(new Event("blur"));
  });
  await setTimeout(2500);
  await setHidden(page, true);
  const [visit] = await findVisits(channel, Date.now() - begun);
  expect(visit).toMatchObject({ app: "wechat", device: "phone" });
  await closeHidden(page);
});

test("blocked storage and cookies change nothing", async () => {
  const link = await newLink();
  const page = await openPhone(browser);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Blocked", "SecurityError");
        },
      });
    }
    Object.defineProperty(document, "cookie", {
      get() {
        throw new DOMException("Blocked", "SecurityError");
      },
    });
  });
  await page.goto(link.url);
  const begun = await begunAt(page);
  await setTimeout(1800);
  await setHidden(page, true);
  await findVisits(link.channel, Date.now() - begun);
  await closeHidden(page);
});

/** Somebody else's site: the example page of the docs, and a page that shows it in a frame. */
async function foreignSite(link: Link): Promise<{ url: string; site: Server }> {
  const example = await readFile(new URL("../../docs/embed-example.html", import.meta.url), "utf8");
  const html = example
    .replaceAll("https://starling.example", server.url)
    .replaceAll("aCODE", link.code);
  const site = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      request.url?.startsWith("/framed")
        ? '<!doctype html><title>frame</title><iframe src="/" width="380" height="700"></iframe>'
        : html,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, "localhost", resolve));
  return { url: `http://localhost:${(site.address() as AddressInfo).port}`, site };
}

test("the example page of the docs is read on another site, under a ref of the reader", async () => {
  const link = await newLink();
  const { url, site } = await foreignSite(link);
  const page = await openPhone(browser);
  const opened = page.waitForResponse(`${server.url}/t/open`);
  await page.goto(`${url}/offer?sl=${link.code}.none`);
  expect((await opened).status()).toBe(200);
  const begun = await begunAt(page);
  await vi.waitFor(() => expect(page.url()).toMatch(new RegExp(`sl=${link.code}\\.[\\w-]{33}$`)));
  await page.getByRole("button", { name: "预约到店" }).click();
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await vi.waitFor(async () =>
    expect(await page.locator("[data-starling-notice]").isHidden()).toBe(true),
  );
  await setTimeout(2000);
  const truth = Date.now() - begun;
  await page.close();
  await findVisits(link.channel, truth);
  site.close();
});

test("a page in a frame is read while the frame is on the screen", async () => {
  const link = await newLink();
  const { url, site } = await foreignSite(link);
  const page = await openPhone(browser);
  const opened = page.waitForResponse(`${server.url}/t/open`);
  await page.goto(`${url}/framed`);
  await opened;
  const begun = await begunAt(page.frames()[1]!);
  await setTimeout(2600);
  await setHidden(page, true);
  await findVisits(link.channel, Date.now() - begun);
  await closeHidden(page);
  site.close();
});
