/** What captions cost that somebody made to cost: processor time beside that of plain posts as long. */
import {
  buildCodebook,
  compileCaption,
  reviewOptions,
  suggestOptions,
} from "../src/variation/text/index.ts";
import { readPosts } from "../test/fixtures/posts/post.ts";
import type { Measurement } from "./measure.ts";

/** As long as a draft may say; the markup of some is cut where it would pass its bounds. */
const length = 4900;

const hostile: Readonly<Record<string, string>> = {
  "slots in slots": "{a|".repeat(800) + "}".repeat(800),
  "opening braces": "{".repeat(length),
  "closing braces": "}".repeat(length),
  bars: "|".repeat(length),
  dashes: "-".repeat(length),
  "single letters": " a".repeat(length / 2),
  digits: "1".repeat(length),
  "digits and points": "1.".repeat(length / 2),
  "opening quotes": "“".repeat(length),
  topics: "#a".repeat(length / 2),
  "at signs": "a@".repeat(length / 2),
  domains: "a.".repeat(length / 2),
  "a phrase of the lexicon": "终于".repeat(length / 2),
  "the same in clauses": "终于好，".repeat(length / 4),
  "many slots": "{a|b|c|d|e|f|g|h|i|j|k|l}".repeat(190),
  "many slots with digits": "{1a|2a|3a|4a|5a|6a|7a|8a}".repeat(190),
  "slots four deep": "{a|{b|{c|{d|e}}}}".repeat(49),
  "any order": "{~a，|b，|c，|d，|e，|f，|g，|h，}".repeat(190),
  models: "x5".repeat(length / 2),
  numerals: "一".repeat(length),
  "lone digits": "1 ".repeat(length / 2),
  commas: "，".repeat(length),
  addresses: "www.a".repeat(length / 5),
  exclamations: "！".repeat(length),
  pictures: "🎉".repeat(length / 2),
  lines: `${"\n".repeat(length - 1)}a`,
};

export function bench(): Measurement[] {
  const texts = (english: boolean) =>
    readPosts("open")
      .filter(({ language }) => (language === "en") === english)
      .map(({ text }) => text.replace(/[\\{}|]/g, ""))
      .join("\n")
      .repeat(4)
      .slice(0, length);
  cost(texts(false).slice(0, 500));
  const plain = [texts(false), texts(true)].map(cost);
  const mean = (plain[0]! + plain[1]!) / 2;
  return [
    { what: "a plain post of 4,900 characters, Chinese", value: plain[0]!, unit: "ms of CPU" },
    { what: "a plain post of 4,900 characters, English", value: plain[1]!, unit: "ms of CPU" },
    ...Object.entries(hostile).map(([what, text]) => ({
      what: `${what} (${text.length})`,
      value: cost(text) / mean,
      unit: "× plain",
      budget: 5,
    })),
  ];
}

/** Compiles, reviews, suggests, and builds a codebook for forty, whatever of it is refused. */
function cost(draft: string): number {
  const begun = process.cpuUsage();
  reviewOptions(draft);
  suggestOptions({ draft });
  const compiled = compileCaption({ drafts: [draft] });
  const teams = ["a", "b"].map((key) => ({ key, size: 20 }));
  if (compiled.ok) buildCodebook(compiled.plan, { teams, seed: "hostile" });
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
