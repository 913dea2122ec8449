/** What a newcomer does first: `npm start`, open what it prints, stop it, start it again. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { ended, freePort, type Place, ready, start } from "../support/local.ts";

let place: Place;
let browser: Browser;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "starling-start-"));
  place = { folder, port: await freePort() };
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(place.folder, { recursive: true, force: true });
});

/** Opens a page as a newcomer would and gives back what its console complains of. */
async function complaints(url: string): Promise<string[]> {
  const page = await browser.newPage();
  const found: string[] = [];
  page.on("console", (message) => message.type() === "error" && found.push(message.text()));
  page.on("pageerror", (error) => found.push(error.message));
  const response = await page.goto(url, { waitUntil: "networkidle" });
  expect(response?.status()).toBe(200);
  await page.close();
  return found;
}

test("it serves what it prints, says that a busy port is busy, stops cleanly, and keeps its data", {
  // Three servers, one after the other: on a busy machine each takes its time.
  timeout: 300_000,
}, async () => {
  const child = start(place);
  const end = ended(child);
  const first = await ready(child);
  for (const url of [first.kitUrl, first.shareUrl, first.consoleUrl, first.docsUrl]) {
    expect(await complaints(url)).toEqual([]);
  }

  const busy = await ended(start(place));
  expect(busy.status).toBe(1);
  expect(busy.complaint).toContain(`Port ${place.port} is busy`);

  child.kill("SIGTERM");
  expect(await end).toMatchObject({ status: 0 });
  await expect(fetch(first.baseUrl)).rejects.toThrow();

  const again = start(place);
  const endAgain = ended(again);
  // The console's link works once, so each start prints another.
  const { consoleUrl, ...rest } = await ready(again);
  expect({ ...rest, consoleUrl: first.consoleUrl }).toEqual(first);
  expect(consoleUrl).not.toBe(first.consoleUrl);
  again.kill("SIGINT");
  expect(await endAgain).toMatchObject({ status: 0 });
});
