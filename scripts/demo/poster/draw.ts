/** Draws poster.jpg from poster.html: `npm run poster`. CHROMIUM_PATH names the browser to use. */
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const source = new URL("./poster.html", import.meta.url);
const target = fileURLToPath(new URL("./poster.jpg", import.meta.url));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1440 } });
  await page.goto(source.href);
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: target, type: "jpeg", quality: 90 });
} finally {
  await browser.close();
}
console.log(`${target}: ${statSync(target).size} bytes`);
