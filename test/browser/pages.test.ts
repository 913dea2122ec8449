/** The pages in a real browser: what they do, what they ask the network for, and who can read them. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type ContentId, knownId } from "../../src/domain/ids.ts";
import { coreScript } from "../../src/generated/page-script.ts";
import { renderKit } from "../../src/pages/kit/page.tsx";
import { CONSENT_WORDS } from "../../src/pages/reader/consent-words.ts";
import { renderLeftName } from "../../src/pages/reader/leave-name.tsx";
import { renderReader } from "../../src/pages/reader/page.tsx";
import { renderMessage } from "../../src/pages/shell/message.tsx";
import { renderDocs } from "../../src/pages/site/docs.tsx";
import { renderHome } from "../../src/pages/site/home.tsx";
import { renderPrivacy } from "../../src/pages/site/privacy.tsx";
import { renderVerify } from "../../src/pages/site/verify.tsx";
import { launchBrowser } from "../support/browser.ts";
import { lowContrast } from "../support/contrast.ts";
import { contract } from "../support/sample-contract.ts";
import { KEPT } from "../support/sample-kept.ts";
import { kitItem, kitProps } from "../support/sample-kit.ts";
import { NONCE, readerProps, readerPropsEn } from "../support/sample-pages.ts";

const SITE = "https://share.example.com";
/** As long as one of ours. */
const RECEIPT = `aworkspace.mwxt8kds.yes.2026-11-26.zh-Hans.${"9e".repeat(32)}~1~FgqDOvjUcUTgYf0MilnYcg`;
const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  `style-src 'nonce-${NONCE}'`,
  "img-src 'self' https: data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

interface Shown {
  page: Page;
  /** Paths and bodies of what the page posted, beats and the note that a kit is open aside. */
  posted: { path: string; body: string }[];
  /** The contents that a kit said it shows. */
  shownContents: string[];
  /** Whether the network and the server take what is posted. */
  reach: "kept" | "refused" | "offline";
  /** What the browser refused or could not do. */
  complaints: string[];
}

let browser: Browser;
const open: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

/** Shows a page on a phone, under the policy it will have; any address beside its own is a complaint. */
async function show(
  html: string,
  options: BrowserContextOptions = {},
  script = coreScript,
): Promise<Shown> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  open.push(page);
  const shown: Shown = { page, posted: [], shownContents: [], reach: "kept", complaints: [] };
  page.on("console", (message) => {
    if (message.type() === "error") shown.complaints.push(message.text());
  });
  page.on("pageerror", (error) => shown.complaints.push(String(error)));
  await page.route("**/*", (route) => {
    const request = route.request();
    const { origin, pathname } = new URL(request.url());
    if (origin !== SITE) shown.complaints.push(request.url());
    if (request.method() === "POST") {
      if (shown.reach === "offline") return route.abort();
      if (shown.reach === "refused") return route.fulfill({ status: 503 });
      const body = request.postData() ?? "";
      if (pathname === "/kit/opens") shown.shownContents.push(JSON.parse(body).contentId);
      else if (pathname !== "/t") shown.posted.push({ path: pathname, body });
      return route.fulfill({ status: 204, headers: { Receipt: RECEIPT } });
    }
    if (pathname === "/t.js")
      return route.fulfill({ contentType: "text/javascript", body: script });
    if (pathname.startsWith("/i/") || pathname.startsWith("/kit/qr/")) {
      return route.fulfill({
        contentType: "image/svg+xml",
        body: "<svg xmlns='http://www.w3.org/2000/svg'/>",
      });
    }
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "content-security-policy": POLICY },
      body: html,
    });
  });
  await page.goto(`${SITE}/s/code`);
  return shown;
}

const wrongName = {
  language: "zh-Hans",
  nonce: NONCE,
  result: {
    kind: "again",
    fault: "phone",
    token: "atoken",
    typed: { name: "李女士", phone: "138 oops", agrees: false },
    hasAgreed: false,
    code: "acode",
    senderName: "林夏",
    workspaceName: "早安家居",
  },
} as const;

const pages: Record<string, string> = {
  reader: renderReader(readerProps()),
  "reader that tells first": renderReader(readerPropsEn({ notice: "noticed" })),
  "reader after consent": renderReader(readerProps({ notice: "agreed" })),
  "reader that may leave a name": renderReader(readerProps({ asksName: true })),
  "name form with a fault": renderLeftName(wrongName),
  preview: renderReader(readerProps({ token: undefined, preview: true })),
  kit: renderKit(kitProps()),
  message: renderMessage({
    language: "zh-Hans",
    nonce: NONCE,
    kind: "expired",
    requestId: "req-1",
  }),
  docs: renderDocs({ nonce: NONCE, contract }),
  "a chapter of the docs": renderDocs({ nonce: NONCE, contract, chapter: "Senders" }),
  home: renderHome({ language: "en", nonce: NONCE }),
  privacy: renderPrivacy({ language: "en", nonce: NONCE, retentionDays: 365, kept: KEPT }),
  receipt: renderVerify({
    language: "zh-Hans",
    nonce: NONCE,
    receipt: RECEIPT,
    verified: {
      kind: "consent",
      at: "2026-11-26T08:00:00.000Z",
      choice: true,
      textVersion: CONSENT_WORDS.version,
      language: "zh-Hans",
      textHash: "9e".repeat(32),
      isSame: true,
    },
  }),
};

describe.each(Object.entries(pages))("%s", (_name, html) => {
  test.each(["light", "dark"] as const)("has AA contrast in the %s scheme", async (colorScheme) => {
    const { page } = await show(html, { colorScheme });
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });

  test("breaks no rule of its policy and asks no other host for anything", async () => {
    const { complaints } = await show(html);
    expect(complaints).toEqual([]);
  });

  test("never scrolls sideways, not even unfolded on a small phone with letters twice as large", async () => {
    const { page } = await show(html, { viewport: { width: 320, height: 568 } });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    const beyond = await page.evaluate(() =>
      document.documentElement.scrollWidth <= innerWidth
        ? []
        : Array.from(document.body.querySelectorAll("*"))
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(beyond).toEqual([]);
  });
});

describe("the notice", () => {
  test("says what was agreed to, and lets it be taken back", async () => {
    const { page, posted } = await show(renderReader(readerProps()));
    const { token } = readerProps();
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await page.getByText("已同意").waitFor();
    await page.getByRole("button", { name: "不要记录我" }).click();
    await page.getByText("已拒绝").waitFor();
    expect(posted.map(({ path }) => path)).toEqual(["/t/consent", "/t/consent"]);
    const words = { token, textVersion: CONSENT_WORDS.version, language: "zh-Hans" };
    expect(posted.map(({ body }) => JSON.parse(body))).toMatchObject([
      { ...words, choice: true },
      { ...words, choice: false },
    ]);
  });

  test("sets what can be pressed apart", async () => {
    const { page } = await show(renderReader(readerProps()));
    await page.getByRole("button", { name: "同意", exact: true }).click();
    const stop = await page.getByRole("button", { name: "不要记录我" }).boundingBox();
    const receipt = await page.getByRole("link", { name: "回执" }).boundingBox();
    expect(receipt?.y).toBeLessThan((stop?.y ?? 0) + (stop?.height ?? 0));
    expect((receipt?.x ?? 0) - (stop?.x ?? 0) - (stop?.width ?? 0)).toBeGreaterThanOrEqual(8);
  });

  test("keeps the place of who answers by keyboard", async () => {
    const { page } = await show(renderReader(readerProps()));
    await page.getByRole("button", { name: "不同意" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("已拒绝").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("starling-notice");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("同意");
  });

  test("lets a refusal be changed", async () => {
    const { page } = await show(renderReader(readerProps({ notice: "refused" })));
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await page.getByText("已同意").waitFor();
  });

  test.each(["offline", "refused"] as const)(
    "does not pretend when the answer was %s, and can be answered again",
    async (reach) => {
      const shown = await show(renderReader(readerPropsEn()));
      shown.reach = reach;
      await shown.page.getByRole("button", { name: "Decline" }).click();
      await shown.page.getByText("did not arrive").waitFor();
      shown.reach = "kept";
      await shown.page.getByRole("button", { name: "Decline" }).click();
      await shown.page.getByText("You refused").waitFor();
    },
  );

  test("takes an answer though the page script never loaded", async () => {
    const { page, posted } = await show(renderReader(readerProps()), {}, "");
    await page.getByRole("button", { name: "不同意" }).click();
    await page.getByText("已拒绝").waitFor();
    expect(posted.map(({ path }) => path)).toEqual(["/t/consent"]);
  });

  test("covers nothing: every line of the text can be brought into view and hit", async () => {
    const { page } = await show(renderReader(readerProps()));
    const covered = await page.evaluate(
      () =>
        [...document.querySelectorAll("[data-section] p")].filter((paragraph) => {
          paragraph.scrollIntoView({ block: "center", behavior: "instant" });
          const { left, top, width, height } = paragraph.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return !hit || !(paragraph.contains(hit) || hit.contains(paragraph));
        }).length,
    );
    expect(covered).toBe(0);
  });

  test("without JavaScript gives way to the truth: nothing is recorded", async () => {
    const { page } = await show(renderReader(readerProps()), { javaScriptEnabled: false });
    expect(await page.locator("[data-starling-notice]").isVisible()).toBe(false);
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    expect(await page.getByText("为什么偏要等到清明前").isVisible()).toBe(true);
  });
});

describe("the form for a name", () => {
  test("has a tick that grows with the letters, and begins where it is wrong", async () => {
    const { page } = await show(renderLeftName(wrongName));
    const tick = page.getByRole("checkbox");
    const wide = async () => (await tick.boundingBox())?.width ?? 0;
    const before = await wide();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await wide()).toBeCloseTo(2 * before, 0);
    expect(await page.locator(":focus").getAttribute("name")).toBe("phone");
  });
});

describe("the page that checks a receipt", () => {
  test("gives a receipt the width of the text", async () => {
    const { page } = await show(pages.receipt ?? "");
    const field = await page.getByLabel("回执").boundingBox();
    const title = await page.getByRole("heading").boundingBox();
    expect(field?.width).toBe(title?.width);
  });
});

describe("the reader's page on a phone", () => {
  test("has the article's first words on the first screen, under a notice of two lines", async () => {
    // What is left of 844 under the bars of a chat's browser.
    const { page } = await show(renderReader(readerProps()), {
      viewport: { width: 390, height: 664 },
    });
    const text = await page.locator(".body p").first().boundingBox();
    expect((text?.y ?? 0) + (text?.height ?? 0)).toBeLessThan(664);
    const notice = page.locator(".notice p[data-when=ask]");
    const lines = await notice.evaluate((words) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).toBe(2);
  });

  test.each([140, 200])(
    "keeps the sender's card readable at %i percent type on 320 px",
    async (percent) => {
      const { page } = await show(renderReader(readerProps()), {
        viewport: { width: 320, height: 568 },
      });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}%`;
      }, percent);
      const card = page.locator("header .sender");
      const name = await card.locator(".name").evaluate((words) => words.getClientRects().length);
      expect(name).toBe(1);
      const [who, call] = await Promise.all([
        card.locator(".who").boundingBox(),
        card.locator(".button").boundingBox(),
      ]);
      const em = (16 * percent) / 100;
      const mark = await card.locator(".mark").boundingBox();
      const isBelow = (who?.y ?? 0) >= (mark?.y ?? 0) + (mark?.height ?? 0);
      if (isBelow) expect(who?.x).toBe(mark?.x);
      expect(who?.width).toBeGreaterThan(5 * em);
      expect((call?.x ?? 0) + (call?.width ?? 0)).toBeLessThanOrEqual(320);
    },
  );
});

test("what stands below the sender's portrait stands apart from it", async () => {
  const { sender } = readerProps();
  const reached = { ...sender, wechatQrUrl: "https://share.example.com/qr.png" };
  const html = renderReader(readerProps({ sender: reached }));
  const { page } = await show(html, { viewport: { width: 320, height: 568 } });
  const card = page.locator("header .sender");
  const [mark, call] = await Promise.all([
    card.locator(".mark").boundingBox(),
    card.locator("a.button").boundingBox(),
  ]);
  const gap = (call?.y ?? 0) - (mark?.y ?? 0) - (mark?.height ?? 0);
  expect(gap).toBeGreaterThanOrEqual(6);
});

describe("the kit", () => {
  test("breaks no word and cuts no hint in large type on a small phone", async () => {
    const view = { ...kitProps(), language: "en" as const };
    const { page } = await show(renderKit(view), { viewport: { width: 320, height: 568 } });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    const faults = await page.evaluate(() => {
      const found: string[] = [];
      for (const button of document.querySelectorAll(".button, .targets span")) {
        const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const { data } = texts.currentNode as Text;
          for (const { 0: word, index } of data.matchAll(/[a-z]+/gi)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => top));
            if (lines.size > 1) found.push(`${word} in ${data}`);
          }
        }
      }
      const pen = document.createElement("canvas").getContext("2d");
      for (const field of document.querySelectorAll("input, textarea")) {
        const { font, paddingLeft, paddingRight } = getComputedStyle(field);
        if (pen) pen.font = font;
        const hint = field.getAttribute("placeholder") ?? "";
        const room =
          field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        if (hint !== "" && (pen?.measureText(hint).width ?? 0) > room) found.push(hint);
      }
      return found;
    });
    expect(faults).toEqual([]);
  });

  test("sets the words of every wide button in its middle", async () => {
    const view = { ...kitProps(), language: "en" as const };
    const { page } = await show(renderKit(view), { viewport: { width: 320, height: 568 } });
    const sides = await page
      .locator(".wide, .pair .button")
      .evaluateAll((buttons) => [
        ...new Set(buttons.map((one) => getComputedStyle(one).textAlign)),
      ]);
    expect(sides).toEqual(["center"]);
  });

  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("tells of a post that is open once for each time the page is shown", async () => {
    const { page, shownContents } = await show(renderKit(kitProps()));
    await expect.poll(() => shownContents).toEqual(["acont1"]);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.reload();
    await expect.poll(() => shownContents).toEqual(["acont1", "acont1"]);
  });

  test("copies the caption as it stands and reports that it was not edited", async () => {
    const { page, posted } = await show(renderKit(kitProps()));
    await page.getByRole("button", { name: "只复制文案" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    expect(await clipboard(page)).toBe(kitItem().caption);
    await expect.poll(() => posted).toHaveLength(1);
    expect(JSON.parse(posted[0]?.body ?? "")).toEqual({
      contentId: "acont1",
      version: 2,
      edited: false,
    });
  });

  test("copies the sender's own words and reports that they were edited", async () => {
    const { page, posted } = await show(renderKit(kitProps()));
    await page.locator("#caption").fill("我自己的话");
    await page.getByRole("button", { name: "只复制文案" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    expect(await clipboard(page)).toBe("我自己的话");
    await expect.poll(() => posted).toHaveLength(1);
    expect(JSON.parse(posted[0]?.body ?? "")).toMatchObject({ edited: true });
  });

  test("copies the sender's own line, the caption and the link of where they are about to share", async () => {
    const { page, posted } = await show(renderKit(kitProps()));
    await page.getByLabel("哪一点是你自己也刚知道的").fill("芽头原来要数着采。");
    await page.getByText("群：老茶客").first().click();
    await page.getByRole("button", { name: "复制文案和链接" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    const { caption, links } = kitItem();
    expect(await clipboard(page)).toBe(`芽头原来要数着采。\n${caption}\n${links[2]?.url}`);
    await expect.poll(() => posted).toHaveLength(1);
    expect(JSON.parse(posted[0]?.body ?? "")).toMatchObject({ edited: true });
  });

  test("keeps what the sender typed over a reload, until they want the original back", async () => {
    const { page } = await show(renderKit(kitProps()));
    await page.locator("#caption").fill("我自己的话");
    await page.locator("#line").fill("我的一句");
    await page.reload();
    expect(await page.locator("#caption").inputValue()).toBe("我自己的话");
    expect(await page.locator("#line").inputValue()).toBe("我的一句");
    await page.getByRole("button", { name: "恢复原文" }).click();
    await page.reload();
    expect(await page.locator("#caption").inputValue()).toBe(kitItem().caption);
    expect(await page.locator("#line").inputValue()).toBe("");
  });

  test("shows the chosen one of many contents without a swipe", async () => {
    const entries = Array.from({ length: 12 }, (_, at) => ({
      contentId: knownId<ContentId>(at === 9 ? "acont1" : `aother${at}`),
      title: `第 ${at} 篇的标题有一点长`,
      state: null,
    }));
    const { page } = await show(renderKit(kitProps({ entries })));
    const box = await page.locator(".entries [aria-current]").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  test("shows the first of a few contents whole on a wide screen", async () => {
    const entries = ["acont1", "aother1", "aother2", "aother3"].map((id) => ({
      contentId: knownId<ContentId>(id),
      title: "一篇标题有一点长的内容",
      state: null,
    }));
    const { page } = await show(renderKit(kitProps({ entries })), {
      viewport: { width: 1280, height: 900 },
    });
    expect(await page.locator(".entries").evaluate((list) => list.scrollLeft)).toBe(0);
  });

  test("copies where the clipboard API is refused, line breaks and all", async () => {
    const { page } = await show(renderKit(kitProps()));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await page.getByRole("button", { name: "只复制文案" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    expect(await clipboard(page)).toBe(kitItem().caption);
  });

  test("says how to copy by hand where nothing else works, and reports nothing", async () => {
    const { page, posted } = await show(renderKit(kitProps()));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      document.execCommand = () => false;
    });
    await page.getByRole("button", { name: "只复制文案" }).click();
    await page.getByText("长按文字").waitFor();
    expect(posted).toEqual([]);
  });

  test("copies a link alone, and reports no caption", async () => {
    const { page, posted } = await show(renderKit(kitProps()));
    const button = page.getByRole("button", { name: "复制链接 群：老茶客" });
    await button.click();
    await button.getByText("已复制").waitFor();
    expect(await clipboard(page)).toBe(`${SITE}/s/aT5w8Zc`);
    expect(posted).toEqual([]);
  });

  test("warns of folding while the sender types, and gives the original back", async () => {
    const { page } = await show(renderKit(kitProps()));
    const warning = page.locator("#fold-warning");
    expect(await warning.isVisible()).toBe(true);
    await page.locator("#caption").fill("短");
    expect(await warning.isVisible()).toBe(false);
    await page.getByRole("button", { name: "恢复原文" }).click();
    expect(await page.locator("#caption").inputValue()).toBe(kitItem().caption);
    expect(await warning.isVisible()).toBe(true);
  });

  test("shows the whole caption without a scroll bar of its own", async () => {
    const { page } = await show(renderKit(kitProps()));
    const hidden = await page
      .locator("#caption")
      .evaluate((area) => area.scrollHeight - area.clientHeight);
    expect(hidden).toBeLessThanOrEqual(0);
  });
});
