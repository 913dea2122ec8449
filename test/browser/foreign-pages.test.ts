/** What a real browser lets be seen of other people's pages: frames, layers, views, and what moves by itself. */
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchWindows, openPhone, type WindowedBrowser } from "../support/browser.ts";
import { type Link, Reading, type Visit } from "../support/reading.ts";

let reading: Reading;
let browser: WindowedBrowser;

beforeAll(async () => {
  [reading, browser] = await Promise.all([Reading.start(), launchWindows()]);
});
afterAll(async () => {
  await browser?.close();
  await reading?.close();
});

/** A page with the script, for the link that the server of the site puts in. */
const page = (body: string) => `<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>秋季新品</title>
  <style>
    body { margin: 0 }
    .screen { min-height: 844px }
  </style>
  <script src="ORIGIN/t.js" data-link="CODE" defer></script>
  ${body}`;

const framed = page(
  '<section class="screen" data-section="offer">三件新品，从这里看起。</section>',
);

/** Opens a page of somebody else's and waits until the server knows of it. `begun` is when the script began. */
async function openForeign(html: string, link: Link) {
  const site = await reading.foreignSite(link, { "/": html });
  const phone = await openPhone(browser);
  const opened = phone.waitForResponse(`${reading.server.url}/t/open`);
  await phone.goto(site.url);
  expect((await opened).status()).toBe(200);
  const begun = await phone.evaluate(() => {
    const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return performance.timeOrigin + (opening?.domContentLoadedEventStart ?? 0);
  });
  const close = async () => {
    await phone.close();
    site.close();
  };
  return { phone, begun, close };
}

const msOf = (visit: Visit | undefined, ordinal: number) => visit?.sections[ordinal]?.ms ?? 0;

test("of four frames the one on the screen alone is read", async () => {
  const frames = ["", 'width="0" height="0"', 'style="display:none"', 'style="margin-top:3000px"'];
  const links: Link[] = [];
  for (const _ of frames) links.push(await reading.newLink());
  const [seen, ...unseen] = links;
  const sites = await Promise.all(links.map((link) => reading.foreignSite(link, { "/": framed })));
  const outer = frames.map((how, at) => `<iframe src="${sites[at]?.url}" ${how}></iframe>`);
  const host = await reading.foreignSite(seen!, { "/": `<!doctype html>${outer.join("<br>")}` });
  const phone = await openPhone(browser);
  const opened = new Set<string>();
  phone.on("response", (answer) => {
    if (answer.url().endsWith("/t/open")) opened.add(answer.frame().url());
  });
  await phone.goto(host.url);
  await vi.waitFor(() => expect(opened.size).toBe(frames.length));
  const begun = await phone.frames()[1]!.evaluate(() => performance.timeOrigin);
  await setTimeout(2600);
  const truth = Date.now() - begun;
  await phone.close();
  await reading.findVisits(seen!.channel, truth);
  for (const link of unseen) expect(await reading.visits(link.channel)).toEqual([]);
  for (const site of [host, ...sites]) site.close();
});

test("a layer over the whole text stops the clock as long as it lies there", async () => {
  const link = await reading.newLink();
  const { phone, begun, close } = await openForeign(framed, link);
  await setTimeout(1500);
  const covered = Date.now();
  await phone.evaluate(() => {
    const layer = document.createElement("div");
    layer.style.cssText = "position:fixed;inset:0;background:white";
    document.body.append(layer);
  });
  await setTimeout(2500);
  const bare = Date.now();
  await phone.evaluate(() => document.body.lastElementChild?.remove());
  await setTimeout(1500);
  const truth = covered - begun + (Date.now() - bare);
  await close();
  await reading.findVisits(link.channel, truth);
});

test("a single-page app's views keep their time, however often it makes them anew", async () => {
  const link = await reading.newLink();
  const app = page(`<main></main>
    <script>
      let view = "s0";
      const show = (next) => {
        if (next !== view) history.pushState(null, "", "?view=" + next);
        view = next;
        document.querySelector("main").innerHTML =
          '<section class="screen" data-section="' + view + '">' + view + "</section>";
      };
      show("s0");
      setInterval(() => show(view), 300);
    </script>`);
  const { phone, begun, close } = await openForeign(app, link);
  const times: number[] = [];
  let since = begun;
  for (const next of ["s1", "s0", ""]) {
    await setTimeout(1600);
    if (next) await phone.evaluate(`show(${JSON.stringify(next)})`);
    times.push(Date.now() - since);
    since = Date.now();
  }
  await close();
  const [first = 0, second = 0, third = 0] = times;
  const [visit] = await reading.findVisits(link.channel, first + second + third);
  expect(Math.abs(msOf(visit, 0) - first - third)).toBeLessThan(1000);
  expect(Math.abs(msOf(visit, 1) - second)).toBeLessThan(1000);
});

test("a banner that comes in above, with a heading of its own, moves no section", async () => {
  const link = await reading.newLink();
  const headed = page(
    '<h2>价格</h2><p class="screen">到店有礼。</p><h2>地址</h2><p class="screen">南门。</p>',
  );
  const { phone, begun, close } = await openForeign(headed, link);
  await setTimeout(1500);
  await phone.evaluate(() => {
    document.body.insertAdjacentHTML("afterbegin", "<div><h3>下载应用</h3></div>");
  });
  await setTimeout(1800);
  const truth = Date.now() - begun;
  await close();
  const [visit] = await reading.findVisits(link.channel, truth);
  // The banner takes a little of the screen.
  expect(truth - msOf(visit, 0)).toBeLessThan(1000);
});

test("lines that come in above, and what scrolls by itself, are no reader who goes on", async () => {
  const link = await reading.newLink();
  const ticker =
    page(`<section data-section="log"><p class="screen" style="height:9000px">开始。</p></section>
    <script>
      let events = 0;
      addEventListener("scroll", () => events++);
      scrollTo(0, 2000);
      setInterval(() => {
        document.querySelector("section").insertAdjacentHTML("afterbegin", "<p>新</p>");
        scrollBy(0, 1);
      }, 200);
    </script>`);
  const { phone, begun, close } = await openForeign(ticker, link);
  await setTimeout(24_000);
  expect(await phone.evaluate<number>("events")).toBeGreaterThan(50);
  const truth = Date.now() - begun;
  await close();
  const [visit] = await vi.waitFor(
    async () => {
      const visits = await reading.visits(link.channel);
      expect(visits[0]?.atMostMs ?? 0).toBeGreaterThan(truth - 1000);
      return visits;
    },
    { timeout: 20_000, interval: 250 },
  );
  expect(visit?.confidence).toBe("idle");
  // What scrolls in the first two seconds may be the hand that opened the page.
  expect(visit?.engagedMs).toBeLessThan(22_700);
  expect(visit?.atLeastMs).toBeLessThan(2700);
});
