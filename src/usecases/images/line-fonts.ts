/** The subsets of the line's font that a text needs, fetched when a picture with a line is made. */
import type { FontStore } from "../../storage/fonts.ts";
import { type Font, type FontFor, openFont } from "../../variation/image/index.ts";

/** A subset has some 40 kB: enough of them for the names of a company's senders. */
const kept = 12;

/** What an isolate remembers; all of it can be fetched again. */
const subsets = new Map<number, Font>();
let index: Uint8Array | null = null;

/** Answers for every character of a text which font has it. */
export async function fontsFor(fonts: FontStore, text: string): Promise<FontFor> {
  index ??= await fonts.get("index.bin");
  const numberOf = (codePoint: number) => index?.[codePoint] ?? 0;
  const wanted = new Set([...text].map((letter) => numberOf(letter.codePointAt(0) ?? 0)));
  wanted.delete(0);
  const loaded = new Map<number, Font>();
  for (const number of wanted) {
    const font = await subset(fonts, number);
    if (font) loaded.set(number, font);
  }
  return (codePoint) => loaded.get(numberOf(codePoint));
}

async function subset(fonts: FontStore, number: number): Promise<Font | null> {
  const known = subsets.get(number);
  if (known) return known;
  const bytes = await fonts.get(`${number}.woff`);
  if (!bytes) return null;
  const font = openFont(bytes);
  const [oldest] = subsets.keys();
  if (subsets.size >= kept && oldest !== undefined) subsets.delete(oldest);
  subsets.set(number, font);
  return font;
}
