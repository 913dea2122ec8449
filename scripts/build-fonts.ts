/**
 * Lays out the font of senders' lines as static files: Noto Sans SC (SIL Open Font License 1.1) in the
 * subsets that its package comes in, and an index that says which of them has a character.
 */
import { copyFile, mkdir, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import ranges from "@fontsource/noto-sans-sc/unicode.json" with { type: "json" };

const fontPackage = createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/package.json");
/** These have the letters and digits of most lines: they go first. */
const preferred = ["latin", "latin-ext"];

/** Writes `N.woff` for each subset, and `index.bin`: for each character of the basic plane, its N. */
export async function buildFonts(folder: URL): Promise<void> {
  const index = new URL("index.bin", folder);
  if (await stat(index).catch(() => null)) return;
  await mkdir(folder, { recursive: true });
  const numbers = new Uint8Array(0x10000);
  const names = Object.keys(ranges) as (keyof typeof ranges)[];
  const ordered = names.toSorted((a, b) => rank(a) - rank(b));
  for (const [i, name] of ordered.entries()) {
    for (const [first, last] of ranges[name].split(",").map(bounds)) {
      for (let c = first; c <= Math.min(last, 0xffff); c++)
        if (numbers[c] === 0) numbers[c] = i + 1;
    }
    const file = `files/noto-sans-sc-${name.replaceAll(/[[\]]/g, "")}-400-normal.woff`;
    await copyFile(new URL(file, `file://${fontPackage}`), new URL(`${i + 1}.woff`, folder));
  }
  await copyFile(new URL("LICENSE", `file://${fontPackage}`), new URL("LICENSE", folder));
  await writeFile(index, numbers);
}

function rank(name: string): number {
  const at = preferred.indexOf(name);
  return at < 0 ? preferred.length : at;
}

/** "U+4e00-4e0f" or "U+20" as its first and last character. */
function bounds(range: string): [number, number] {
  const [first = "", last = first] = range.trim().replace("U+", "").split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
