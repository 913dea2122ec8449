/** Every way in which a reader comes, goes and comes back, in a real browser, down to the database. */
import { setTimeout } from "node:timers/promises";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchWindows, openPhone, setHidden, type WindowedBrowser } from "../support/browser.ts";
import { examplePage, HEADINGS, Reading } from "../support/reading.ts";

const wechat =
  "Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003137) WeChat/arm64 Weixin NetType/5G Language/zh_CN ABI/arm64";

let reading: Reading;
let browser: WindowedBrowser;

beforeAll(async () => {
  [reading, browser] = await Promise.all([Reading.start(), launchWindows()]);
});
afterAll(async () => {
  await browser?.close();
  await reading?.close();
});

/** When the page script began: deferred scripts run just before this event ends. */
async function begunAt(page: Page | Frame): Promise<number> {
  return await page.evaluate(() => {
    const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return performance.timeOrigin + (opening?.domContentLoadedEventStart ?? 0);
  });
}

async function openLink(userAgent?: string) {
  const link = await reading.newLink();
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
  await reading.findVisits(channel, away - begun + (Date.now() - back));
  await closeHidden(page);
});

test("a reader who follows a link elsewhere is told of at once", async () => {
  const { page, channel, begun } = await openLink();
  await setTimeout(2600);
  const truth = Date.now() - begun;
  await page.goto(`${reading.server.url}/privacy`);
  await reading.findVisits(channel, truth);
  await page.close();
});

test("coming back through the back/forward cache is a new visit", async (context) => {
  const { page, channel, begun } = await openLink();
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  await setTimeout(3500);
  const first = Date.now() - begun;
  await page.goto(`${reading.server.url}/privacy`);
  await setTimeout(1500);
  await page.goBack({ waitUntil: "commit" });
  const back = Date.now();
  // The shell that npm brings keeps no page for going back to.
  context.skip(!(await page.evaluate(() => "isTheSamePage" in window)), "no back/forward cache");
  await setTimeout(1800);
  const second = Date.now() - back;
  await setHidden(page, true);
  await reading.findVisits(channel, first, second);
  await closeHidden(page);
});

test("a closed tab has told all", async () => {
  const { page, channel, begun } = await openLink();
  await setTimeout(2700);
  const truth = Date.now() - begun;
  await page.close();
  await reading.findVisits(channel, truth);
});

test("each section gets the time it was on the screen", async () => {
  const { page, channel, begun } = await openLink();
  const truths: number[] = [];
  let since = begun;
  for (const heading of HEADINGS) {
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
  const [visit] = await reading.findVisits(channel, since - begun);
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
  await reading.findVisits(channel, truth);
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
  const [visit] = await reading.findVisits(channel, Date.now() - begun);
  expect(visit).toMatchObject({ app: "wechat", device: "phone" });
  await closeHidden(page);
});

test("blocked storage and cookies change nothing", async () => {
  const link = await reading.newLink();
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
  await reading.findVisits(link.channel, Date.now() - begun);
  await closeHidden(page);
});

test("the example page of the docs is read on another site, under a ref of the reader", async () => {
  const link = await reading.newLink();
  const site = await reading.foreignSite(link, { "/offer": await examplePage() });
  const page = await openPhone(browser);
  const opened = page.waitForResponse(`${reading.server.url}/t/open`);
  await page.goto(`${site.url}/offer?sl=${link.code}.none`);
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
  await reading.findVisits(link.channel, truth);
  site.close();
});
