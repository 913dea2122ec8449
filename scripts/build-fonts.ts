/**
 * Lays out the glyphs of senders' texts as static files: small parts, of which a picture reads those its
 * texts need. Noto Sans (SIL Open Font License 1.1) of several scripts; the first font that has a
 * character gives its glyph.
 */

import { globSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PART_GLYPHS, partOf, writePart } from "../src/variation/image/glyphs/glyph-part.ts";
import { openFont } from "./fonts/font.ts";

const require = createRequire(import.meta.url);

/** Fonts in the order in which they are asked: a package, and in it a file or the files of its subsets. */
const sources = [
  // All of GBK, so of GB 2312 and Big5, and what more the 8,105 of 2013 have; Latin, kana.
  [
    require.resolve("@expo-google-fonts/noto-sans-sc/package.json"),
    "400Regular/NotoSansSC_400Regular.ttf",
  ],
  // Latin with all marks, Greek, Cyrillic.
  [require.resolve("@fontsource/noto-sans/package.json"), "files/noto-sans-*-400-normal.woff"],
  // Hangul.
  [
    require.resolve("@fontsource/noto-sans-kr/package.json"),
    "files/noto-sans-kr-*-400-normal.woff",
  ],
  // What names of Hong Kong and Japan have besides.
  [
    require.resolve("@fontsource/noto-sans-hk/package.json"),
    "files/noto-sans-hk-*-400-normal.woff",
  ],
  [
    require.resolve("@fontsource/noto-sans-jp/package.json"),
    "files/noto-sans-jp-*-400-normal.woff",
  ],
] as const;

/** Beyond Latin, Greek and Cyrillic, letters of Noto Sans need marks placed or letters joined. */
const SHAPED = /[\p{M}\p{Script=Devanagari}]/u;
/** Nothing that a name or a title is made of lies beyond. */
const LAST = 0x323af;

type Found = Map<number, { advance: number; contours: { x: number; y: number; on: boolean }[][] }>;

/**
 * Writes `N.bin` for each 64 characters of which there are glyphs, and `index.bin`: a bit for each
 * character, from the lowest.
 */
export async function buildFonts(folder: URL): Promise<void> {
  const index = new URL("index.bin", folder);
  const versions = new URL("versions.json", folder);
  const wanted = JSON.stringify(
    await Promise.all(sources.map(([manifest]) => versionOf(manifest))),
  );
  if ((await readFile(versions, "utf8").catch(() => "")) === wanted) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const glyphs: Found = new Map();
  for (const [manifest, pattern] of sources) {
    await addGlyphs(glyphs, join(dirname(manifest), pattern));
  }
  const bits = new Uint8Array(Math.ceil((LAST + 1) / 8));
  const parts = Map.groupBy(glyphs.keys(), partOf);
  for (const [part, codePoints] of parts) {
    const inPart = new Map(
      codePoints.map((c) => [
        c % PART_GLYPHS,
        glyphs.get(c) as NonNullable<ReturnType<Found["get"]>>,
      ]),
    );
    for (const c of codePoints) bits[c >> 3] = (bits[c >> 3] as number) | (1 << (c & 7));
    await writeFile(new URL(`${part}.bin`, folder), writePart(inPart));
  }
  await copyFile(require.resolve("@fontsource/noto-sans/LICENSE"), new URL("LICENSE", folder));
  await writeFile(index, bits);
  await writeFile(versions, wanted);
}

async function addGlyphs(glyphs: Found, pattern: string): Promise<void> {
  for (const file of globSync(pattern).toSorted()) {
    const font = openFont(await readFile(file));
    for (const [codePoint, glyph] of font.characters) {
      if (codePoint > LAST || glyphs.has(codePoint)) continue;
      const letter = String.fromCodePoint(codePoint);
      if (SHAPED.test(letter) || /[\p{C}\p{Co}]/u.test(letter)) continue;
      const contours = font.contoursOf(glyph);
      if (contours.length === 0 && !/\s/u.test(letter)) continue;
      glyphs.set(codePoint, { advance: font.advanceOf(glyph), contours });
    }
  }
}

async function versionOf(manifest: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(manifest, "utf8"));
  return `${name} ${version}`;
}
