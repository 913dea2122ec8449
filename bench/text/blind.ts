/**
 * Draws texts for a blind reading: `npx node bench/text/blind.ts FOLDER [SEED]`.
 *
 * Of every recorded post one text: for half of them, dealt by the seed language by language, one mix of its approved
 * options drawn at random, which differs from the post; for the others the post as it was written. texts.json has them
 * in an order of the seed's, under numbers that tell nothing; key.json tells what each is.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileCaption } from "../../src/variation/text/index.ts";
import { recordedPosts } from "../../test/support/recorded.ts";
import { approvedDraft, mixesOf, randomOf } from "./mixed.ts";

async function draw(folder: string, seed: string): Promise<void> {
  const next = randomOf(seed);
  const posts = shuffled(recordedPosts(), next);
  const languageOf = (id: string) => id.slice(0, 2);
  const seen = new Map<string, number>();
  const dealt = posts.map((post) => {
    const language = languageOf(post.id);
    const place = seen.get(language) ?? 0;
    seen.set(language, place + 1);
    const isMix = place % 2 === 0;
    const text = isMix ? mixOf(post, seed) : post.text;
    return { post: post.id, language, kind: isMix ? "mix" : "original", text };
  });
  const texts = shuffled(dealt, next).map((one, i) => ({
    id: `t${String(i + 1).padStart(2, "0")}`,
    ...one,
  }));
  await mkdir(folder, { recursive: true });
  const shown = texts.map(({ id, language, text }) => ({ id, language, text }));
  const key = Object.fromEntries(texts.map(({ id, kind, post }) => [id, { kind, post }]));
  await writeFile(join(folder, "texts.json"), `${JSON.stringify(shown, null, 2)}\n`);
  await writeFile(join(folder, "key.json"), `${JSON.stringify(key, null, 2)}\n`);
  console.log(`${texts.length} texts in ${folder}`);
}

/** One mix of a post's options that is not the post itself. */
function mixOf(post: Parameters<typeof approvedDraft>[0], seed: string): string {
  const compiled = compileCaption({ drafts: [approvedDraft(post).draft] });
  if (!compiled.ok) throw new Error(`${post.id} does not compile.`);
  const mixes = mixesOf(compiled.plan, { seed: `${seed} ${post.id}`, count: 20 });
  const mix = mixes.find((one) => one !== post.text);
  if (mix === undefined) throw new Error(`${post.id} has one wording alone.`);
  return mix;
}

/** The same items in an order of the draw's. */
function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const order = items.map((item) => ({ item, at: next() }));
  return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

const [into, wantedSeed = "20261126"] = process.argv.slice(2);
if (into === undefined) throw new Error("Say which folder: npx node bench/text/blind.ts FOLDER");
await draw(into, wantedSeed);
