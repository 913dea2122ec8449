import { describe, expect, test } from "vitest";
import { readLexicon } from "../../../../scripts/lexicon.ts";
import { lockedClauses } from "../../../../src/variation/text/gates/operators.ts";
import { failedGates } from "../../../../src/variation/text/index.ts";
import { replaced } from "../../../../src/variation/text/lexicon/cut.ts";
import type { TestedEntry } from "../../../../src/variation/text/lexicon/entry.ts";
import { findMatches, type Match } from "../../../../src/variation/text/lexicon/match.ts";
import { parseLexicon } from "../../../../src/variation/text/lexicon/parse.ts";
import { findProtected, type Script } from "../../../../src/variation/text/protect/protect.ts";

const lexicon = await readLexicon();

function places(entry: TestedEntry, sentence: string, script: Script): Match[] {
  const locked = [...findProtected(sentence, [], script), ...lockedClauses(sentence, script)];
  return findMatches(sentence, locked, [entry], entry.register);
}

describe.each([
  ["Simplified", lexicon.hans, "han"],
  ["Traditional", lexicon.hant, "han"],
  ["Cantonese", lexicon.yue, "han"],
  ["English", lexicon.latin, "latin"],
  ["Simplified asked", lexicon.asked.hans, "han"],
  ["Traditional asked", lexicon.asked.hant, "han"],
  ["English asked", lexicon.asked.latin, "latin"],
] as const)("%s entries", (_, entries, script) => {
  test("fire on each positive sentence with an option that passes every gate", () => {
    const silent = entries.flatMap((entry) =>
      entry.yes
        .filter(
          (sentence) =>
            !places(entry, sentence, script).some((match) =>
              match.options.some((option) =>
                failedGates(sentence, replaced(sentence, [[match, option]]), { script }).every(
                  // A test sentence is shorter than a caption: its length may change by more.
                  (gate) => gate === "length",
                ),
              ),
            ),
        )
        .map((sentence) => `${entry.from[0]}: ${sentence}`),
    );
    expect(silent).toEqual([]);
  });

  test("leave each negative sentence as it is", () => {
    const loud = entries.flatMap((entry) =>
      entry.no
        .filter((sentence) => places(entry, sentence, script).length > 0)
        .map((sentence) => `${entry.from[0]}: ${sentence}`),
    );
    expect(loud).toEqual([]);
  });
});

test("what readers of Traditional would not say is offered in Simplified alone", () => {
  const offered = (entries: readonly TestedEntry[]) => entries.flatMap(({ to }) => to).join(" ");
  expect(offered(lexicon.hans)).toContain("这回");
  expect(offered(lexicon.hans)).toContain("小朋友");
  expect(offered(lexicon.hant)).not.toMatch(/這回|評論區|網上/);
  expect(offered(lexicon.hant)).toContain("小朋友");
});

describe("an apostrophe", () => {
  const options = (text: string) =>
    findMatches(text, [], lexicon.latin, "warm").map(({ start, end, options }) => [
      text.slice(start, end),
      options,
    ]);

  test("is read whichever way it is written", () => {
    expect(options("We’re moving next week")).toEqual([["We’re", ["We are"]]]);
    expect(options("We're moving next week")).toEqual([["We're", ["We are"]]]);
  });

  test("is written as the text writes it", () => {
    expect(options("We’ve moved, and they are nearly ready")).toContainEqual([
      "they are",
      ["they’re"],
    ]);
  });
});

describe("a lexicon file", () => {
  test.each([
    ["终于 / 总算\n+ 终于来了", "Line 1: an entry has at least one + and one - sentence."],
    ["+ 终于来了", "Line 1: a sentence follows its entry."],
    ["[loud]", "Line 1: a register is [plain], [warm] or [formal]."],
    ["终于", 'Line 1: an entry is "one / other" or "one > other / another".'],
    ["终于 / 总算 {<}", "Line 1: a guard is {<before}, {<!not before}, {>after} or {>!not after}."],
    [
      "终于 / 总算\n+ a\n- b\n终于 / 总算\n+ a\n- b",
      "Line 4: these phrases have an entry: add its sentences there.",
    ],
  ])("%j is refused with the line", (source, message) => {
    expect(() => parseLexicon(source)).toThrow(message);
  });
});
