/** Faults in Chinese: every sentence that code can say has been written, with its places where they belong. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inChinese } from "../../../src/pages/shell/faults/in-chinese.ts";
import { sentences } from "../../../src/pages/shell/faults/sentences.ts";

/** A text in code, with whatever is put into it as a 7. */
const literal = String.raw`("(?:[^"\\]|\\.)*"|\`(?:[^\`\\$]|\\.|\$\{[^}]*\})*\`)`;
const says = [
  String.raw`new AppError\(\s*(?:"[a-z-]+"|[\w.]+(?: as \w+)?),\s*${literal}`,
  String.raw`invalidField\(\s*(?:${literal}|[\w.]+),\s*${literal}`,
  String.raw`\bmessage: ${literal}`,
  // A schema's own words, and a rule's.
  String.raw`\.(?:regex|refine|min|max|length)\([^"\`]*,\s*${literal}`,
  String.raw`\bfault\(\s*(?:[\w.]+|${literal}),\s*${literal}`,
  String.raw`\bconst (?:detail|message) =\s*${literal}`,
];
const rooms = [
  "src/usecases/**/*.ts",
  "src/routes/**/*.ts",
  "src/variation/text/**/*.ts",
  "src/insight/tags/faults.ts",
];
/** Of a call's description, a document or a log, not of a fault. */
const isTold = (file: string) => !/contract|\/docs|integrations/.test(file);

function spoken(): [file: string, sentence: string][] {
  return rooms
    .flatMap((room) => globSync(room))
    .filter(isTold)
    .flatMap((file) => {
      // A text that goes on behind a plus sign is one.
      const code = readFileSync(file, "utf8").replaceAll(/([`"]) \+\s*\1/g, "");
      const titles = file.endsWith("/problem.ts") ? [String.raw`\btitle: ${literal}`] : [];
      const found = [...says, ...titles].flatMap((pattern) => [
        ...code.matchAll(new RegExp(pattern, "g")),
      ]);
      return found.map(([, ...texts]): [string, string] => [
        file,
        (texts.filter(Boolean).at(-1) ?? "")
          .slice(1, -1)
          .replace(/\$\{[^}]*\}/g, "7")
          .replace(/\\(["'`\\])/g, "$1"),
      ]);
    })
    .filter(([, sentence]) => /^[A-Z].* /.test(sentence));
}

test("every sentence of a fault has its Chinese", () => {
  const all = spoken();
  expect(all.length).toBeGreaterThan(120);
  const missing = all.filter(([, sentence]) => inChinese(sentence) === undefined);
  expect(missing).toEqual([]);
});

test.each(sentences)("%s", (english, chinese) => {
  const placesOf = (text: string) => [...text.matchAll(/\{(\d)\}/g)].map(([, name]) => name);
  // A place may be left out where it names what Chinese has no word for; none may be made up.
  for (const name of placesOf(chinese)) expect(placesOf(english)).toContain(name);
  expect(chinese).toMatch(/\p{Script=Han}/u);
});

describe("a sentence", () => {
  test("keeps what it names, and what it names is told too", () => {
    expect(inChinese("Use at most 60 characters.")).toBe("最多 60 个字。");
    expect(inChinese("Line 2, column 5: This slot is never closed: add } or write \\{.")).toBe(
      "第 2 行第 5 个字：这个花括号没有关上：请补上 }，或写成 \\{。",
    );
  });

  test("one after the other is told one after the other", () => {
    const numbers =
      "The text has 3 different wordings for 8 senders: 6 share theirs with somebody, some within a team.";
    const advice = "Publish it as it is, or add wordings: 再写 2 种说法。";
    expect(inChinese(`${numbers} ${advice}`)).toBe(
      "8 位同事，文案有 3 种不同的说法：6 位会和别人一样。可以就这样发布，或再加几种说法：再写 2 种说法。",
    );
  });

  test("that nobody wrote stays untold", () => {
    expect(inChinese("Something else entirely.")).toBeUndefined();
  });
});
