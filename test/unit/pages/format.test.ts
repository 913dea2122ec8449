import { describe, expect, test } from "vitest";
import {
  excerpt,
  formatDate,
  formatDuration,
  formatMoment,
  formatWhen,
} from "../../../src/pages/shell/format.ts";
import { chooseLanguage } from "../../../src/pages/shell/language.ts";

test.each([
  [0, "0 秒", "0 s"],
  [59_400, "59 秒", "59 s"],
  [59_600, "1 分钟", "1 min"],
  [200_000, "3 分 20 秒", "3 min 20 s"],
  [599_000, "9 分 59 秒", "9 min 59 s"],
  [725_000, "12 分钟", "12 min"],
])("%i ms reads as %s or %s", (ms, zh, en) => {
  expect([formatDuration(ms, "zh-Hans"), formatDuration(ms, "en")]).toEqual([zh, en]);
});

test("a date is the one of the workspace's timezone", () => {
  expect(formatDate("2026-03-27T17:00:00Z", "zh-Hans", "Asia/Shanghai")).toBe("2026年3月28日");
  expect(formatDate("2026-03-27T17:00:00Z", "en", "America/New_York")).toBe("27 March 2026");
  expect(formatDate("2026-03-28", "en")).toBe("28 March 2026");
});

describe("when something happened", () => {
  const when = (at: string, language: "zh-Hans" | "en" = "zh-Hans") =>
    formatWhen(at, "2026-03-30T01:00:00Z", "Asia/Shanghai", language);
  test("today and yesterday follow the timezone, not UTC", () => {
    expect(when("2026-03-29T16:30:00Z")).toBe("今天 00:30");
    expect(when("2026-03-29T15:30:00Z")).toBe("昨天 23:30");
    expect(when("2026-03-29T15:30:00Z", "en")).toBe("yesterday 23:30");
  });
  test("older days are dates", () => {
    expect(when("2026-03-28T12:48:00Z")).toBe("3月28日 20:48");
    expect(when("2026-03-28T12:48:00Z", "en")).toBe("28 March 20:48");
  });
  test("days of another year say which", () => {
    expect(when("2027-03-28T12:48:00Z")).toBe("2027年3月28日 20:48");
    expect(when("2025-12-31T15:59:00Z", "en")).toBe("31 December 2025 23:59");
    // In the workspace's timezone it is this year already.
    expect(when("2025-12-31T16:00:00Z")).toBe("1月1日 00:00");
  });
});

test("an excerpt cuts whole characters", () => {
  expect(excerpt("🌱🌱🌱🌱", 3)).toBe("🌱🌱…");
  expect(excerpt("一\n 二", 3)).toBe("一 二");
});

test("an excerpt keeps together what is one character to a reader", () => {
  expect(excerpt("\u{1F468}\u200D\u{1F469}\u200D\u{1F467}一家去山上", 3)).toBe(
    "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}一…",
  );
  expect(excerpt("\u{1F1E8}\u{1F1F3}\u{1F1E8}\u{1F1F3}", 2)).toBe(
    "\u{1F1E8}\u{1F1F3}\u{1F1E8}\u{1F1F3}",
  );
  expect(excerpt("cafe\u0301 au lait", 5)).toBe("cafe\u0301…");
});

describe("the language of a page's frame", () => {
  test("is the one that the browser prefers among those the pages speak", () => {
    expect(chooseLanguage("fr;q=0.9, en-US;q=0.8, zh;q=0.5")).toBe("en");
    expect(chooseLanguage("zh;q=0.5, en;q=0.4")).toBe("zh-Hans");
    expect(chooseLanguage("en;q=0.4, zh;q=0.9")).toBe("zh-Hans");
  });
  test.each([
    ["zh-CN", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-Hant-CN", "zh-Hant"],
    ["en-GB", "en"],
  ])("for %s is %s", (tag, language) => {
    expect(chooseLanguage(tag)).toBe(language);
  });
  test("follows the browser, not the text", () => {
    expect(chooseLanguage("zh-CN,zh;q=0.9", "en")).toBe("zh-Hans");
    expect(chooseLanguage("en-GB", "zh-CN")).toBe("en");
  });
  test("is the text's where the browser says nothing that the pages speak", () => {
    expect(chooseLanguage(undefined, "en-GB")).toBe("en");
    expect(chooseLanguage("", "zh-Hant")).toBe("zh-Hant");
    expect(chooseLanguage("de", "zh-CN")).toBe("zh-Hans");
  });
  test("is English for whoever asks for a third language, and Chinese for whoever asks for none", () => {
    expect(chooseLanguage("de", "fr")).toBe("en");
    expect(chooseLanguage(undefined, "ar")).toBe("en");
    expect(chooseLanguage(undefined, undefined)).toBe("zh-Hans");
  });
});

test("what is kept bears its whole date, which is as true tomorrow", () => {
  const at = "2026-11-26T08:05:00Z";
  expect(formatMoment(at, "UTC", "zh-Hans")).toBe("2026年11月26日 08:05");
  expect(formatMoment(at, "Asia/Shanghai", "en")).toBe("26 November 2026 16:05");
});
