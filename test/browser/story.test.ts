/** The main job from end to end: head office publishes, a sender shares, a reader reads, both can see it. */
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import { launchWindows, openPhone, setHidden, type WindowedBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

interface Variant {
  readonly caption: string;
  readonly link: { readonly code: string; readonly url: string };
}
interface Visit {
  readonly rung: string;
  readonly viewerId?: string;
  readonly engagedMs: number;
  readonly own: boolean;
  readonly bot: boolean;
  readonly sections: readonly { readonly heading: string; readonly ms: number }[];
}
type Spread = { readonly edges: readonly { readonly from: string; readonly to: string }[] };
type Report = { reads: number; open: number };

/** Of a reader's phone: a headless browser's own says that it is driven. */
const userAgent =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36";
const headings = ["为什么要早睡", "睡前一小时怎么安排", "卧室里的三件小事", "坚持两周之后"];
const paragraph =
  "很多人以为睡得晚只是第二天有点困，其实身体会一点一点地记账。把手机放到客厅，把灯调暗，留一点时间给自己，整个人都会慢下来。";
const body = headings
  .map((heading) => `## ${heading}\n\n${Array(12).fill(paragraph).join("\n\n")}`)
  .join("\n\n");
const drafts = [
  "这篇讲{早睡|好好睡觉}的文章，我{昨晚读完了|反复读了}，{很想试试|正在照着做}。",
  "睡不好的朋友看过来，{小小的改变|简单的办法}，{今晚就能做|今晚就能开始}。",
];

let server: TestServer;
let browser: WindowedBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchWindows()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Makes a workspace with two senders and one published content. */
async function publish(): Promise<{
  api: Api;
  contentId: string;
  senderIds: string[];
  kitUrl: string;
}> {
  const admin = apiClient(server.url, server.adminSecret);
  const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", { name: "早安家居" });
  const api = apiClient(server.url, apiKey);
  const senders: { id: string; kitUrl: string }[] = [];
  for (const name of ["林晓", "王倩"]) {
    senders.push(await api.post("/v1/senders", { name, team: "南京路店" }));
  }
  const content = await api.post<{ id: string }>("/v1/contents", {
    title: "好好睡觉这件小事",
    body,
    drafts,
    topics: ["睡眠"],
    purpose: "inform",
  });
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${content.id}/publish`, {
    acceptAchieved: true,
  });
  await finishJob(api, jobId);
  const senderIds = senders.map(({ id }) => id);
  return { api, contentId: content.id, senderIds, kitUrl: senders[0]!.kitUrl };
}

/** Reads as a person does: a little of the start, a glance elsewhere, then long in the third section. */
async function read(page: Page): Promise<{ engagedMs: number }> {
  const begun = await page.evaluate(() => {
    const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return performance.timeOrigin + (opening?.domContentLoadedEventEnd ?? 0);
  });
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await setTimeout(1_500);
  await setHidden(page, true);
  const left = Date.now();
  await setTimeout(3_000);
  const returned = Date.now();
  await setHidden(page, false);
  await page
    .getByRole("heading", { name: headings[2]! })
    .evaluate((heading) => heading.scrollIntoView());
  await setTimeout(4_500);
  await setHidden(page, true);
  return { engagedMs: left - begun + (Date.now() - returned) };
}

test("a post is published, shared in two people's own words, read on a phone, and its reading is told", async () => {
  const { api, contentId, senderIds, kitUrl } = await publish();

  const [mine, hers] = await Promise.all(
    senderIds.map((id) => api.get<Variant>(`/v1/contents/${contentId}/variants/${id}`)),
  );
  expect(mine!.caption).not.toBe(hers!.caption);
  expect(mine!.link.code).not.toBe(hers!.link.code);

  // In a context of its own, since the kit's cookie tells the sender from a reader.
  const kitPage = await (await browser.browser.newContext()).newPage();
  await kitPage.goto(kitUrl);
  expect(await kitPage.content()).toContain(mine!.caption);
  await kitPage.context().close();

  const page = await openPhone(browser);
  await page.goto(mine!.link.url);
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/s/${mine!.link.code}\\..+`));
  const truth = await read(page);
  await page.close();

  const visit = await vi.waitFor(
    async () => {
      const { items } = await api.get<{ items: Visit[] }>(`/v1/visits?contentId=${contentId}`);
      expect(items).toHaveLength(1);
      expect(Math.abs(items[0]!.engagedMs - truth.engagedMs)).toBeLessThan(1_000);
      return items[0]!;
    },
    { timeout: 20_000, interval: 250 },
  );
  expect(visit).toMatchObject({ rung: "anonymous", own: false, bot: false });
  expect(visit.viewerId).toEqual(expect.any(String));
  const top = visit.sections.toSorted((a, b) => b.ms - a.ms)[0]!;
  expect(top.heading).toBe(headings[2]);

  // It is open for 90 s after its last word, and sums are of what is over.
  const report = await api.get<Report>(`/v1/contents/${contentId}/report`);
  expect(report).toMatchObject({ reads: 0, open: 1 });
});

test("whoever is sent a page reads it at an address of their own, also when it was opened a moment ago", async () => {
  const { api, contentId, senderIds } = await publish();
  const { link } = await api.get<Variant>(`/v1/contents/${contentId}/variants/${senderIds[0]}`);
  const addresses: string[] = [];
  const pages: Page[] = [];
  for (let reader = 0; reader < 3; reader++) {
    // Each in a browser of their own; the next one is sent what the one before has in the address bar.
    const page = await (await browser.browser.newContext({ locale: "zh-CN", userAgent })).newPage();
    await page.goto(addresses.at(-1) ?? link.url);
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await page.getByRole("link", { name: "回执" }).waitFor();
    await setTimeout(2_000);
    addresses.push(page.url());
    pages.push(page);
  }
  expect(new Set(addresses).size).toBe(3);
  await Promise.all(pages.map((page) => page.goto("about:blank")));

  const edges = await vi.waitFor(
    async () => {
      const spread = await api.get<Spread>(`/v1/contents/${contentId}/spread`);
      expect(spread.edges).toHaveLength(3);
      return spread.edges;
    },
    { timeout: 20_000, interval: 250 },
  );
  // A chain: everybody came through somebody else.
  expect(new Set(edges.map(({ from }) => from)).size).toBe(3);
  await Promise.all(pages.map((page) => page.context().close()));
});
