/** The parts of the font that texts need, fetched when a picture with a text is made. */
import type { FontStore } from "../../storage/fonts.ts";
import { type FontFor, type Glyph, partOf, readGlyph } from "../../variation/image/index.ts";

/** A part has some 20 kB: enough of them for the names of a company's senders. */
const kept = 64;

/** What an isolate remembers; all of it can be fetched again. */
const parts = new Map<number, Uint8Array | null>();
let index: Uint8Array | null = null;

/** The glyph of every character of the texts for which there is one. */
export async function glyphsFor(fonts: FontStore, texts: readonly string[]): Promise<FontFor> {
  const codePoints = [...new Set(texts.join(""))].map((letter) => letter.codePointAt(0) ?? 0);
  const has = await coverage(fonts);
  const glyphs = new Map<number, Glyph>();
  for (const codePoint of codePoints.filter(has)) {
    const part = await fetchPart(fonts, partOf(codePoint));
    const glyph = part && readGlyph(part, codePoint);
    if (glyph) glyphs.set(codePoint, glyph);
  }
  return (codePoint) => glyphs.get(codePoint);
}

/** Tells of which characters there is a glyph. */
export async function coverage(fonts: FontStore): Promise<(codePoint: number) => boolean> {
  index ??= await fonts.get("index.bin");
  const bits = index;
  return (codePoint) => (((bits?.[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1;
}

async function fetchPart(fonts: FontStore, number: number): Promise<Uint8Array | null> {
  const known = parts.get(number);
  if (known !== undefined) return known;
  const part = await fonts.get(`${number}.bin`);
  const [oldest] = parts.keys();
  if (parts.size >= kept && oldest !== undefined) parts.delete(oldest);
  parts.set(number, part);
  return part;
}
