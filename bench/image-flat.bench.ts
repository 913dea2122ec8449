/** Flat posters: whether anything of a sender's picture shows, also after a messenger has compressed it. */
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { baseFromJpeg, probeImage, varyImage } from "../src/variation/image/index.ts";
import { drawn, INSET, type Poster, posters } from "./image/flat-posters.ts";
import { newKernel, seedOf } from "./image/kernel.ts";
import { photo } from "./image/pictures.ts";
import { changeOf, type Pixels, pixelsOf, ssim } from "./image/quality.ts";
import { resent } from "./image/resent.ts";
import { sideBySide } from "./image/sheet.ts";
import { stepsOnBlocks } from "./image/steps.ts";
import type { Measurement } from "./measure.ts";

const senders = 3;
const qualities = [85, 70, 50];
const sheet = new URL("results/image-sheets/flat-after-q70.webp", import.meta.url);

export async function bench(): Promise<Measurement[]> {
  await mkdir(new URL(".", sheet), { recursive: true });
  const inset = await (await photo(INSET.width, INSET.height, 12)).png().toBuffer();
  const measured: Measurement[] = [];
  const pairs: [Buffer, Buffer][] = [];
  for (const poster of posters) {
    const upload = new Uint8Array(await drawn(poster, inset).jpeg({ quality: 92 }).toBuffer());
    const base = baseFromJpeg(upload, probeImage(upload)).bytes;
    const kernel = newKernel();
    const own = (sender: number) => varyImage(kernel, base, { seed: seedOf(sender) });
    measured.push(...(await shows(poster, base, own)), distinct(poster, own));
    pairs.push([await resent(base, 70), await resent(own(0), 70)]);
  }
  await sharp(await sideBySide(pairs)).toFile(fileURLToPath(sheet));
  console.log(`Base and picture side by side, after quality 70: ${fileURLToPath(sheet)}`);
  return measured;
}

async function shows(
  { name }: Poster,
  base: Uint8Array,
  own: (sender: number) => Uint8Array,
): Promise<Measurement[]> {
  const made = Array.from({ length: senders }, (_, sender) => own(sender));
  const before = await pixelsOf(base);
  const full = await Promise.all(
    made.map(async (file): Promise<[Pixels, Pixels]> => [before, await pixelsOf(file)]),
  );
  const worst = Math.min(...full.map(([a, b]) => ssim(a, b)));
  const measured: Measurement[] = [
    { what: `${name}: 1 − SSIM, worst of ${senders}`, value: 1 - worst, unit: "", budget: 0.01 },
    ...moves(`${name}: full size`, full),
  ];
  for (const quality of qualities) {
    const sent = await pixelsOf(await resent(base, quality));
    const pairs = await Promise.all(
      made.map(async (file): Promise<[Pixels, Pixels]> => {
        return [sent, await pixelsOf(await resent(file, quality))];
      }),
    );
    measured.push(...moves(`${name}: after quality ${quality}`, pairs));
  }
  return measured;
}

function moves(what: string, pairs: readonly [Pixels, Pixels][]): Measurement[] {
  const changes = pairs.map(([a, b]) => changeOf(a, b));
  const moved = changes.reduce((sum, { share }) => sum + share, 0) / pairs.length;
  const most = Math.max(...changes.map((change) => change.most));
  return [
    { what: `${what}, pixels that moved`, value: 100 * moved, unit: "%" },
    { what: `${what}, the most a pixel moved`, value: most, unit: "levels" },
    { what: `${what}, steps on block boundaries`, value: stepsOnBlocks(pairs), unit: "of 8" },
  ];
}

function distinct({ name }: Poster, own: (sender: number) => Uint8Array): Measurement {
  const count = 300;
  const files = new Set<string>();
  for (let sender = 0; sender < count; sender++) {
    files.add(createHash("sha256").update(own(sender)).digest("hex"));
  }
  return {
    what: `${name}: equal files among ${count}`,
    value: count - files.size,
    unit: "",
    budget: 0,
  };
}
