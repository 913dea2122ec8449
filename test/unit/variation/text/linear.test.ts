/** No small request costs seconds: what is read grows with the text, counted and not timed. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readLexicon } from "../../../../scripts/lexicon.ts";
import {
  compileCaption,
  failedWording,
  suggestOptions,
} from "../../../../src/variation/text/index.ts";
import { type Language, parts, readPosts } from "../../../fixtures/posts/post.ts";
import { readDuring } from "../../../support/regex-positions.ts";
import { countSteps } from "../../../support/regex-steps.ts";

const LONG = 4900;
const long = (unit: string, length = LONG) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const PLAIN = "山上的树叶红了，河边的草地黄了，孩子们在院子里跑来跑去，老人们坐在门口晒太阳。";

const posts = parts.flatMap((part) => readPosts(part));
const corpus = (language: Language) =>
  posts
    .filter((post) => post.language === language)
    .map(({ text }) => text)
    .join("\n")
    .replace(/[\\{}|]/g, "");

/** Signs and words that searches begin with, go on with, or end with. */
const UNITS = [
  ...'-.一《“"([【#@＠&…😊的不最第半每上万以。1aA\n ',
  ...[
    "a.",
    "a-",
    "1-",
    "1a",
    "1.",
    "1,",
    "1:",
    "1 ",
    "a@",
    "#a",
    "www.",
    "http://",
    "a的",
    "a b ",
    "Ab ",
  ],
  ...[
    "5月1日至",
    "3x",
    "x*",
    "路1",
    "两个",
    "一二",
    "不 ",
    "了。",
    "总算",
    "终于来了，",
    "❤️‍🔥",
    "\u200b",
    "7 a",
    "'s ",
  ],
];

/** What is done with a text that somebody sends. */
const acts: Readonly<Record<string, (text: string) => unknown>> = {
  compiling: (text) => compileCaption({ drafts: [text] }),
  suggesting: (text) => suggestOptions({ draft: text }),
  judging: (text) => failedWording(text, text),
};

describe.each(Object.entries(acts))("%s a long text", (_, act) => {
  const plain = () => readDuring(() => act(long(PLAIN))).positions;
  const cost = (text: string) => readDuring(() => act(text)).positions;

  beforeAll(() => {
    // What is made once, and lazily, is no part of what a text costs.
    act(long(PLAIN));
  });

  test("reads at most five times what it reads of a plain one, for every language of the corpus", () => {
    const most = 5 * plain();
    for (const language of ["zh-Hans", "zh-Hant", "en", "mixed"] as const) {
      expect(cost(long(corpus(language))), language).toBeLessThanOrEqual(most);
    }
  });

  test("reads at most five times as much of signs and words said again and again", () => {
    const most = 5 * plain();
    const dear = UNITS.filter((unit) => cost(long(unit)) > most);
    expect(dear).toEqual([]);
  });

  test("reads at most five times as much of the lexicon's own phrases, one behind the other", async () => {
    const { hans, latin } = await readLexicon();
    const most = 5 * plain();
    for (const [entries, gap] of [
      [hans, ""],
      [latin, " "],
    ] as const) {
      const phrases = entries.flatMap(({ automatic, offered }) =>
        [...automatic, ...offered].flatMap(({ from }) => from),
      );
      fc.assert(
        fc.property(fc.shuffledSubarray(phrases, { minLength: 200, maxLength: 900 }), (some) => {
          expect(cost(long(some.join(gap)))).toBeLessThanOrEqual(most);
        }),
        { numRuns: 6 },
      );
    }
  });

  test("reads at most two and a half times as much of twice the text", () => {
    for (const text of [corpus("zh-Hans"), PLAIN, "总算", "终于来了，"]) {
      const half = cost(long(text, LONG / 2));
      expect(cost(long(text)), text.slice(0, 9)).toBeLessThanOrEqual(2.5 * half);
    }
  });
});

describe("the expressions that texts are read with", () => {
  const patterns = new Map<string, { source: string; flags: string }>();

  beforeAll(() => {
    for (const text of [PLAIN, posts[0]?.text ?? "", corpus("en").slice(0, 900)]) {
      for (const act of Object.values(acts)) {
        for (const pattern of readDuring(() => act(text)).patterns) {
          const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
          // A sticky one reads a phrase where it stands, and no further.
          if (flags.includes("u") && !flags.includes("y")) patterns.set(pattern, { source, flags });
        }
      }
    }
  });

  test("are found, and find under the counting matcher what they find by themselves", () => {
    expect(patterns.size).toBeGreaterThan(30);
    for (const { source, flags } of patterns.values()) {
      for (const post of [posts[0], posts[40], posts[80]]) {
        const text = post?.text ?? "";
        const global = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
        const own = [...text.matchAll(global)].map(({ 0: words, index }) => ({
          start: index,
          end: index + words.length,
        }));
        expect(countSteps(source, flags, text).found, source).toEqual(own);
      }
    }
  });

  test("take steps that grow with a text and not with its square", () => {
    const steps = (source: string, flags: string, unit: string, times: number) =>
      countSteps(source, flags, unit.repeat(times)).steps;
    /** How much more the second half of a text takes than the first: twice in a line, four times in a square. */
    const growth = (source: string, flags: string, unit: string) => {
      const [a = 0, b = 0, c = 0] = [24, 48, 96].map((n) => steps(source, flags, unit, n));
      return (c - b) / Math.max(1, b - a);
    };
    expect(growth("-*5", "u", "-")).toBeGreaterThan(3.5);
    const square = [...patterns.values()].flatMap(({ source, flags }) =>
      UNITS.filter((unit) => growth(source, flags, unit) > 3).map(
        (unit) => `${unit} in ${source.slice(0, 60)}`,
      ),
    );
    expect(square).toEqual([]);
  });
});
