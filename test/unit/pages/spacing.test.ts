/** Chinese words keep a space from Latin letters, digits and what is put in for either. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { wordsOf } from "../../../src/pages/console/words/index.ts";
import { sources as consoleWords } from "../../../src/pages/console/words/sources.ts";
import { sentences as faults } from "../../../src/pages/shell/faults/sentences.ts";
import { inTraditional } from "../../../src/pages/shell/traditional.ts";

const files = [
  ...globSync("src/pages/**/{*words,questions,sentences,format,app-names,kept-groups}.ts"),
  ...globSync("src/pages/**/words/*.ts"),
];
const sources = files.map((file): [string, string] => [
  file,
  readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\/|^\s*\/\/.*?$/gms, ""),
]);
const made: [string, string][] = [
  [
    "traditional Chinese of the console",
    (Object.keys(consoleWords) as (keyof typeof consoleWords)[])
      .flatMap((screen) => Object.values(wordsOf(screen, "zh-Hant")))
      .join("\n"),
  ],
  ["traditional Chinese of faults", faults.map(([, chinese]) => inTraditional(chinese)).join("\n")],
];

/** What names somebody or something is Chinese as a rule, and stands in a sentence as its own words do. */
const names = /^(sender|workspace( \?\? "[^"]+")?|name|names)$/;
/** A whole date begins with a digit and ends with 日, in a space of its own before it alone. */
const dates = /^day$/;
/** As WeChat's own console writes them. */
const quoted = ["JS接口安全域名", "JS介面安全域名", "网页授权及JS-SDK", "網頁授權及JS-SDK"];

const touching =
  /(?<=\p{Script=Han})(?:\$?\{(?<after>[^{}]*)\}|[A-Za-z0-9])|(?:\$?\{(?<before>[^{}]*)\}|[A-Za-z0-9])(?=\p{Script=Han})/gu;

test.each([...sources, ...made])("%s", (_name, source) => {
  const text = quoted.reduce((rest, words) => rest.replaceAll(words, ""), source);
  const wrong = [...text.matchAll(touching)].filter(({ groups }) => {
    const slot = groups?.after ?? groups?.before ?? "";
    if (names.test(slot)) return false;
    return !(groups?.before !== undefined && dates.test(slot));
  });
  expect(wrong.map(({ index }) => text.slice(Math.max(0, index - 12), index + 16))).toEqual([]);
});
