/** What long texts cost beside a plain one of the same length, all measured in one run. */
import { readLexicon } from "../../scripts/lexicon.ts";
import { compileCaption, failedWording, suggestOptions } from "../../src/variation/text/index.ts";
import { type Language, parts, readPosts } from "../../test/fixtures/posts/post.ts";
import { type Measurement, time } from "../measure.ts";

const LENGTH = 4900;
const PLAIN = "山上的树叶红了，河边的草地黄了，孩子们在院子里跑来跑去，老人们坐在门口晒太阳。";

const acts: Readonly<Record<string, (text: string) => unknown>> = {
  compile: (text) => compileCaption({ drafts: [text] }),
  suggest: (text) => suggestOptions({ draft: text }),
  "judge a rewording": (text) => failedWording(text, text),
};

/** No text costs more than five times a plain one: the corpus, single signs and words, the lexicon's phrases. */
export async function longTexts(): Promise<Measurement[]> {
  const texts = { ...corpora(), ...(await repeated()) };
  const measurements: Measurement[] = [];
  for (const [what, act] of Object.entries(acts)) {
    const cost = (text: string) => time(() => act(text), { rounds: 5 });
    const plain = await cost(long(PLAIN));
    measurements.push({ what: `${what} a plain text of ${LENGTH}`, value: plain, unit: "ms" });
    let dearest = { name: "", ratio: 0 };
    for (const [name, text] of Object.entries(texts)) {
      const ratio = (await cost(text)) / plain;
      if (ratio > dearest.ratio) dearest = { name, ratio };
      if (!name.startsWith("corpus")) continue;
      measurements.push({ what: `${what}, ${name}`, value: ratio, unit: "× plain", budget: 5 });
    }
    const worst = `${what}, dearest of ${Object.keys(texts).length} texts (${dearest.name})`;
    measurements.push({ what: worst, value: dearest.ratio, unit: "× plain", budget: 5 });
  }
  return measurements;
}

function long(unit: string): string {
  return unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
}

function corpora(): Record<string, string> {
  const posts = parts.flatMap((part) => readPosts(part));
  const of = (language: Language) => posts.filter((post) => post.language === language);
  const joined = (language: Language) =>
    of(language)
      .map(({ text }) => text)
      .join("\n")
      .replace(/[\\{}|]/g, "");
  return Object.fromEntries(
    (["zh-Hans", "zh-Hant", "en", "mixed"] as const).map((language) => [
      `corpus in ${language}`,
      long(joined(language)),
    ]),
  );
}

async function repeated(): Promise<Record<string, string>> {
  const units = [
    "-",
    "a.",
    "一",
    "《",
    "1,",
    "a@",
    "😊",
    "的",
    "总算",
    "终于来了，",
    "5月1日至",
    "\n",
  ];
  const { hans, latin } = await readLexicon();
  const phrases = (entries: typeof hans, gap: string) =>
    entries.flatMap(({ automatic }) => automatic.flatMap(({ from }) => from)).join(gap);
  return {
    ...Object.fromEntries(units.map((unit) => [JSON.stringify(unit), long(unit)])),
    "Chinese phrases": long(phrases(hans, "")),
    "English phrases": long(phrases(latin, " ")),
  };
}
