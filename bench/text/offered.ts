/**
 * Draws what the lexicon offers for approval, for a blind reading: `npx node bench/text/offered.ts FOLDER [SEED]`.
 *
 * At most forty places of posts that no entry was written against, each sentence with one option that was offered there,
 * and twenty-five sentences of the same posts as they were written. texts.json has them in an order of the seed's;
 * key.json tells which is what, and whose entry it is.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suggestOptions } from "../../src/variation/text/index.ts";
import { readPosts } from "../../test/fixtures/posts/post.ts";
import { gatePairs } from "../../test/support/gate-pairs.ts";
import { recordedPosts } from "../../test/support/recorded.ts";
import { randomOf } from "./mixed.ts";

const MOST = { offered: 40, written: 25 } as const;

const [into, seed = "20261127"] = process.argv.slice(2);
if (into === undefined) throw new Error("Say which folder: npx node bench/text/offered.ts FOLDER");
const next = randomOf(seed);

const posts = new Set([
  ...recordedPosts().map(({ text }) => text),
  ...readPosts("fresh").map(({ text }) => text),
  ...(["fresh-seen", "fresh-held"] as const).flatMap((part) =>
    gatePairs(part).map(({ within }) => within),
  ),
]);
const offered = [...posts].flatMap((text) => {
  const found = suggestOptions({ draft: text });
  if (!("suggestions" in found)) return [];
  return found.suggestions.flatMap(({ automatic, entry, offset, length, words, options }) => {
    const [option] = shuffled(options.filter(({ failed }) => failed.length === 0));
    if (automatic || option === undefined) return [];
    const put = text.slice(0, offset) + option.text + text.slice(offset + length);
    return [{ entry, was: words, now: option.text, text: sentenceAt(put, offset) }];
  });
});
const all = [...posts];
const written = Array.from({ length: MOST.written }, () => {
  const text = all[Math.floor(next() * all.length)] ?? "";
  return { text: sentenceAt(text, Math.floor(next() * text.length)) };
});
const drawn = shuffled([...shuffled(offered).slice(0, MOST.offered), ...written]);
await mkdir(into, { recursive: true });
await writeFile(
  join(into, "texts.json"),
  `${JSON.stringify(
    drawn.map(({ text }) => text),
    null,
    2,
  )}\n`,
);
await writeFile(join(into, "key.json"), `${JSON.stringify(drawn, null, 2)}\n`);
console.log(`${offered.length} places are offered; ${drawn.length} sentences in ${into}`);

/** The sentence or line in which a place lies. */
function sentenceAt(text: string, at: number): string {
  const before = text.slice(0, at).split(/(?<=[。！？\n]|[.!?]\s)/u);
  const behind = text.slice(at).split(/(?<=[。！？\n]|[.!?](?=\s))/u);
  return `${before.at(-1) ?? ""}${behind[0] ?? ""}`.trim();
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
