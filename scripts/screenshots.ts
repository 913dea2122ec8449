/**
 * Draws the five pictures of README.md: `node scripts/screenshots.ts` while `npm start` runs in another window, with
 * the ready line's JSON as READY. Three readers read the demo's post first: below three no
 * section is told.
 */
import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { apiClient } from "./local/api.ts";
import { palettePng } from "./palette-png.ts";

type Ready = { baseUrl: string; apiKey: string; kitUrl: string; shareUrl: string };

const images = new URL("../docs/images/", import.meta.url);
const phone = { width: 390, height: 780 };
const desk = { width: 1080, height: 760 };
/** A visit is over a minute and a half after its last word, and in the sums a little later. */
const longestWait = 240_000;

function readyOf(text: string | undefined): Ready {
  if (!text) throw new Error("Set READY to the JSON behind “ready” that npm start printed.");
  return JSON.parse(text) as Ready;
}

/** Opens the share link as somebody who agrees, and scrolls through it. */
async function read(browser: Browser, { shareUrl }: Ready, seconds: number): Promise<void> {
  const context = await browser.newContext({
    viewport: phone,
    locale: "zh-CN",
    userAgent:
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36",
  });
  const page = await context.newPage();
  await page.goto(shareUrl);
  await page.getByRole("button", { name: "同意", exact: true }).click();
  for (let second = 0; second < seconds; second++) {
    await page.mouse.wheel(0, 220);
    await setTimeout(1_000);
  }
  await context.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  const bytes = palettePng(await page.screenshot());
  await writeFile(new URL(`${name}.png`, images), bytes);
  console.log(`  docs/images/${name}.png: ${bytes.length} bytes`);
}

async function draw(browser: Browser, ready: Ready): Promise<void> {
  const { baseUrl, apiKey } = ready;
  const api = apiClient(baseUrl, apiKey);
  const readsNow = async () => (await api.get<{ reads: number }>("/v1/report")).reads;
  for (const seconds of [24, 9, 16].slice(await readsNow())) await read(browser, ready, seconds);
  const until = Date.now() + longestWait;
  while ((await readsNow()) < 3 && Date.now() < until) await setTimeout(5_000);

  const small = await browser.newContext({ viewport: phone, locale: "zh-CN" });
  const mobile = await small.newPage();
  await mobile.goto(ready.kitUrl, { waitUntil: "load" });
  await mobile.locator(".images").first().scrollIntoViewIfNeeded();
  await setTimeout(1_000);
  await shoot(mobile, "kit");
  await mobile.goto(ready.shareUrl, { waitUntil: "load" });
  await shoot(mobile, "reader");

  const large = await browser.newContext({ viewport: desk, locale: "zh-CN" });
  const page = await large.newPage();
  await page.goto(`${baseUrl}/console/sign-in`);
  await page.locator("input[name=key]").fill(apiKey);
  await page.locator("input[name=key]").press("Enter");
  await page.waitForURL(/\/console\?/);
  await page.goto(`${baseUrl}/console`);
  await shoot(page, "week");
  const { items } = await api.get<{ items: { id: string; language: string }[] }>("/v1/contents");
  const post = items.find(({ language }) => language.startsWith("zh")) ?? items[0];
  await page.goto(`${baseUrl}/console/posts/${post?.id}/report`);
  await shoot(page, "report");
  await page.goto(`${baseUrl}/console/readers`);
  await shoot(page, "readers");
}

const started = await launchBrowser();
try {
  await draw(started, readyOf(process.env.READY));
} finally {
  await started.close();
}
