import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../../../src/pages/console/words/index.ts";
import { CONSENT_WORDS } from "../../../src/pages/reader/consent-words.ts";
import { LANGUAGES } from "../../../src/pages/shell/language.ts";
import { renderMessage } from "../../../src/pages/shell/message.tsx";
import { MESSAGE_KINDS, MESSAGES, REQUEST_NUMBER } from "../../../src/pages/shell/message-words.ts";
import { tagsOf } from "../../support/html.ts";
import { faces, said } from "../../support/page-words.ts";
import { NONCE } from "../../support/sample-pages.ts";

describe.each(faces)("the words of %s", (_name, words) => {
  test("are as many in every language", () => {
    const counts = LANGUAGES.map((language) => said(words, language).length);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(0);
  });

  test("are written in the characters of their language", () => {
    // Each of these characters belongs to one of the two ways of writing and not to the other.
    const simplified =
      /[这们说读谁发复链总还没让图词页开关时过记录请务无语经给认将览设备统会后来]/g;
    const traditional =
      /[這們說讀誰發複鏈總還沒讓圖詞頁開關時過記錄請務無語經給認將覽設備統會後來]/g;
    const hans = said(words, "zh-Hans").join("").match(traditional) ?? [];
    const hant = said(words, "zh-Hant").join("").match(simplified) ?? [];
    expect(hans).toEqual([]);
    expect(hant).toEqual([]);
    expect(said(words, "en").join("")).not.toMatch(/\p{Script=Han}/u);
  });
});

test.each(LANGUAGES)("what is asked, told and agreed names both who see it, in %s", (language) => {
  const words = CONSENT_WORDS[language];
  const names = { sender: "Jo Li", workspace: "Tea House", days: 365 };
  for (const say of [words.ask, words.noticed, words.more, words.agreed]) {
    expect(say(names)).toContain(names.sender);
    expect(say(names)).toContain(names.workspace);
  }
});

test.each([
  ["zh-Hans", ["少发无关的", "存 90 天", "随时可收回", "不同意"]],
  ["zh-Hant", ["少發無關的", "存 90 天", "隨時可收回", "不同意"]],
  [
    "en",
    ["less of what does not matter", "kept for 90 days", "take it back here", "If you decline"],
  ],
] as const)(
  "what a yes means says for what, for how long and how to take it back, in %s",
  (language, parts) => {
    const names = { sender: "Jo Li", workspace: "Tea House", days: 90 };
    for (const part of parts) expect(CONSENT_WORDS[language].more(names)).toContain(part);
  },
);

test.each(LANGUAGES)("a message says what the number below it is for, in %s", (language) => {
  const html = renderMessage({ language, nonce: NONCE, kind: "error", requestId: "req-1" });
  const [fine] = tagsOf(html).filter(({ attributes }) => attributes.class === "fine");
  expect(fine?.text.trim()).toBe(REQUEST_NUMBER[language]);
  expect(html).toContain("req-1");
});

test("every message has a title of its own in every language", () => {
  const titles = LANGUAGES.flatMap((language) =>
    MESSAGE_KINDS.map((kind) => MESSAGES[kind][language][0]),
  );
  expect(new Set(titles).size).toBe(LANGUAGES.length * MESSAGE_KINDS.length);
});

test("the audit has words for every verb that writes to it", () => {
  const verbs = globSync("src/usecases/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bverb: "([a-z.-]+)"/g)].map(([, verb]) => verb),
  );
  expect(new Set(verbs).size).toBeGreaterThan(40);
  for (const { acts } of LANGUAGES.map((language) => ({ acts: wordsOf("acts", language) })))
    expect(verbs.filter((verb) => !(String(verb) in acts))).toEqual([]);
});
