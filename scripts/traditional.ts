/**
 * What pages need to say the console's words and the sentences of answers in traditional Chinese. Whole texts in the other script would be a
 * fiftieth of the Worker, and the sentences of answers are put together when they are asked for; what each character
 * and phrase becomes in just these words is a few kilobytes.
 */
import { glob, readFile } from "node:fs/promises";
import { BUILT_IN_GROUPS } from "../src/insight/tags/built-in.ts";
import { sources } from "../src/pages/console/words/sources.ts";
import { sentences } from "../src/pages/shell/faults/sentences.ts";
import { type Script, writer } from "../src/pages/shell/traditional-writer.ts";
import { toTaiwan } from "./to-taiwan.ts";

const root = new URL("../", import.meta.url);
const rooms = ["src/insight/**/*.ts", "src/tracking/**/*.ts", "src/usecases/**/*.ts"];
/** OpenCC's phrases that the console says have no more characters than this. */
const longestPhrase = 4;

/** What {@link writer} needs, and the names of groups that rules put into quotation marks. */
type Traditional = Script & { readonly groups: readonly string[] };

/** Every simplified text that is converted, each once. */
export async function simplifiedTexts(): Promise<string[]> {
  const texts = new Set([
    ...Object.values(sources).flatMap(({ "zh-Hans": words }) => Object.values(words)),
    ...sentences.map(([, chinese]) => chinese),
    ...(await saidRuns()),
  ]);
  return [...texts].sort();
}

/** Runs of Chinese in the sources of answers' sentences. */
async function saidRuns(): Promise<string[]> {
  const runs: string[] = [];
  for await (const path of glob(rooms, { cwd: root.pathname })) {
    const source = await readFile(new URL(path, root), "utf8");
    runs.push(...(source.match(/\p{Script=Han}+/gu) ?? []));
  }
  return runs;
}

/** Finds the least with which every text is written as {@link toTaiwan} writes it. */
async function traditional(): Promise<Traditional> {
  const texts = await simplifiedTexts();
  const characters = [...new Set(texts.join(""))]
    .map((each) => each + toTaiwan(each))
    .filter(([from, to]) => from !== to)
    .join("");
  // Its two ends are spaced by what stands beside it, which the writer does.
  const phrases = new Map([["二维码", "QR Code"]]);
  const script = () => ({ characters, phrases: longestFirst(phrases) });
  for (let length = 2; length <= longestPhrase; length++) {
    const write = writer(script());
    for (const phrase of new Set(texts.flatMap((text) => windows(text, length)))) {
      const right = toTaiwan(phrase);
      if (write(phrase) !== right) phrases.set(phrase, right);
    }
  }
  // A word that two neighbours' characters only seem to make is told as a whole.
  const write = writer(script());
  const wrong = texts.filter((text) => write(text) !== toTaiwan(text));
  for (const text of wrong) phrases.set(text, toTaiwan(text));
  return { ...script(), groups: Object.values(BUILT_IN_GROUPS).map(({ zh }) => zh) };
}

/** The text of src/generated/traditional.ts. */
export async function traditionalModule(): Promise<string> {
  return [
    "/** Made by scripts/traditional.ts of all that is said in simplified Chinese. */",
    `export const hant = ${JSON.stringify(await traditional())} as const;`,
    "",
  ].join("\n");
}

const windows = (text: string, length: number): string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) =>
      run.slice(at, at + length),
    ),
  );

const longestFirst = (phrases: ReadonlyMap<string, string>): [string, string][] =>
  [...phrases].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
