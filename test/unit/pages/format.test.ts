import { describe, expect, test } from "vitest";
import { excerpt, formatDate, formatDuration, formatWhen } from "../../../src/pages/format.ts";
import { chooseLanguage } from "../../../src/pages/language.ts";

test.each([
  [0, "0 秒", "0 s"],
  [59_400, "59 秒", "59 s"],
  [59_600, "1 分钟", "1 min"],
  [200_000, "3 分 20 秒", "3 min 20 s"],
  [599_000, "9 分 59 秒", "9 min 59 s"],
  [725_000, "12 分钟", "12 min"],
])("%i ms reads as %s or %s", (ms, zh, en) => {
  expect([formatDuration(ms, "zh"), formatDuration(ms, "en")]).toEqual([zh, en]);
});

test("a date is the one of the workspace's timezone", () => {
  expect(formatDate("2026-03-27T17:00:00Z", "zh", "Asia/Shanghai")).toBe("2026年3月28日");
  expect(formatDate("2026-03-27T17:00:00Z", "en", "America/New_York")).toBe("27 March 2026");
  expect(formatDate("2026-03-28", "en")).toBe("28 March 2026");
});

describe("when something happened", () => {
  const when = (at: string, language: "zh" | "en" = "zh") =>
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
});

test("an excerpt cuts whole characters", () => {
  expect(excerpt("🌱🌱🌱🌱", 3)).toBe("🌱🌱…");
  expect(excerpt("一\n 二", 3)).toBe("一 二");
});

describe("the language of a page", () => {
  test("is the content's own, whatever the browser asks for", () => {
    expect(chooseLanguage("en-GB", "zh-CN")).toBe("en");
    expect(chooseLanguage("zh-Hant")).toBe("zh");
  });
  test("without a content is what the browser prefers", () => {
    expect(chooseLanguage(null, "fr;q=0.9, en-US;q=0.8, zh;q=0.5")).toBe("en");
    expect(chooseLanguage(undefined, "zh;q=0.5, en;q=0.4")).toBe("zh");
    expect(chooseLanguage(undefined, "en;q=0.4, zh;q=0.9")).toBe("zh");
  });
  test("for a content in a third language is what the browser prefers", () => {
    expect(chooseLanguage("fr", "en")).toBe("en");
  });
  test("is Chinese when nothing fits", () => {
    expect(chooseLanguage("fr", "de")).toBe("zh");
    expect(chooseLanguage(undefined, undefined)).toBe("zh");
  });
});
