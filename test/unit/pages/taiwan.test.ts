/** Traditional Chinese in the words of its readers, not the mainland's in other characters. */
import { expect, test } from "vitest";
import { toTaiwan } from "../../../scripts/to-taiwan.ts";
import { simplifiedTexts } from "../../../scripts/traditional.ts";
import { sentences as faults } from "../../../src/pages/shell/faults/sentences.ts";
import { spoken } from "../../../src/pages/shell/spoken.ts";
import { inTraditional } from "../../../src/pages/shell/traditional.ts";
import { faces, said } from "../../support/page-words.ts";

const mainland =
  /視頻|音頻|軟件|硬件|網絡|信息|質量|屏幕|鼠標|默認|程序|用戶|打印|搜索|鏈接|數據|登錄|渠道|刷新|粘貼|字符|服務器|導出|導入|短信|反饋|界面|菜單|激活|釋出|賬|許可權|引數|畫素|二維碼|查找|後臺|最多隻|寫明瞭|比如|轉發圖|微信號|這部手機|通過微信|收藏夾|\bTA\b|[“”]/gu;

/** What is kept is written otherwise than keeping it. */
const records = /(?:的|閱讀|操作|[一每][筆條])記錄(?!了|下)|記錄(?=保存|被|都)/gu;

const all = [
  ...faces.map(([name, words]): [string, readonly string[]] => [name, said(words, "zh-Hant")]),
  ["the faults", faults.map(([, chinese]) => inTraditional(chinese))] as [
    string,
    readonly string[],
  ],
];

test.each(all)("%s: no word is the mainland's alone", (_name, sentences) => {
  expect(sentences.flatMap((text) => text.match(mainland) ?? [])).toEqual([]);
});

test.each(all)("%s: a record is a noun", (_name, sentences) => {
  expect(sentences.flatMap((text) => text.match(records) ?? [])).toEqual([]);
});

test.each(all)("%s: one sign for a code", (_name, sentences) => {
  expect(sentences.filter((text) => /QR ?碼|QRCode/i.test(text))).toEqual([]);
});

test("the console writes each of its words as the converter does that knows all phrases", async () => {
  for (const text of await simplifiedTexts()) expect(inTraditional(text)).toBe(toTaiwan(text));
});

test("what an answer says is told in traditional Chinese, and a title or a tag as it was written", () => {
  const zh = "一次读《读书乐》满 30 秒：标签“爱读书”加 20 分；“阅读”一组有 1 人经由 TA 打开。";
  expect(spoken({ zh, en: "" }, "zh-Hant")).toBe(
    "一次讀《读书乐》滿 30 秒：標籤「爱读书」加 20 分；「閱讀」一組有 1 人經由對方開啟。",
  );
  expect(spoken({ zh, en: "" }, "zh-Hans")).toBe(zh);
  const greeting = { zh: "于发云（总），您好，关于《读书乐》，随时问我。", en: "" };
  expect(spoken(greeting, "zh-Hant", [null, "于发云（总）"])).toBe(
    "于发云（总），您好，關於《读书乐》，隨時問我。",
  );
});
