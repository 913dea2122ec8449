/** What is kept of a reader, opened on a small phone with letters twice as large. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderHeld } from "../../src/pages/site/held.tsx";
import { launchBrowser } from "../support/browser.ts";
import { heldView, KEPT } from "../support/sample-kept.ts";
import { NONCE } from "../support/sample-pages.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

test("no record is wider than the phone", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 568 } });
  const html = renderHeld({
    language: "en",
    nonce: NONCE,
    path: "/privacy/a",
    view: heldView(
      "Tea House",
      KEPT.map(({ table, fields }) => ({
        table,
        rows: [fields.map((field) => ({ field, value: { kind: "text", text: "9e".repeat(32) } }))],
        hasMore: false,
      })),
    ),
  });
  await page.setContent(html);
  const beyond = await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    for (const part of document.querySelectorAll("details")) part.open = true;
    return document.documentElement.scrollWidth - innerWidth;
  });
  expect(beyond).toBe(0);
});
