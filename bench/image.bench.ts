/** Senders' pictures: what they cost, how they look, and in how far they are their own. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { adjust_brightness, crop, PhotonImage } from "@cf-wasm/photon/node";
import sharp from "sharp";
import { baseFromJpeg, probeImage, varyImage } from "../src/variation/image/index.ts";
import { type Hashes, hashesOf, hashNames, medianDistance } from "./image/hashes.ts";
import { newKernel, seedOf } from "./image/kernel.ts";
import { type Picture, pictures } from "./image/pictures.ts";
import { differenceSheet, type Pixels, pixelsOf, psnr, ssim } from "./image/quality.ts";
import { stepsOnBlocks } from "./image/steps.ts";
import { cpuTimeInTurns, type Measurement, median, time } from "./measure.ts";

const looked = 9;
const sheets = new URL("results/image-sheets/", import.meta.url);

export async function bench(): Promise<Measurement[]> {
  sharp.concurrency(1);
  sharp.cache(false);
  await mkdir(sheets, { recursive: true });
  const all: Measurement[] = [];
  for (const picture of await pictures()) {
    all.push(...(await costs(picture)), ...(await looks(picture)), ...(await differs(picture)));
  }
  console.log(`Differences × 8: ${fileURLToPath(sheets)}`);
  return all;
}

/** JPEG in, JPEG out: a sender's picture; a crop and a change of tone by sharp and by photon. */
async function costs({ name, jpeg }: Picture): Promise<Measurement[]> {
  const kernel = newKernel();
  const base = baseFromJpeg(jpeg, probeImage(jpeg));
  const { width, height } = base;
  const inner = { left: 8, top: 8, width: width - 16, height: height - 16 };
  const rounds = { rounds: name.includes("12") ? 9 : 25 };
  let sender = 0;
  // An isolate compiles the kernel once and well; the first pictures pay for that.
  while (sender < 10) varyImage(kernel, base.bytes, { seed: seedOf(sender++) });
  const [own = 0, bySharp = 1] = await cpuTimeInTurns(
    [
      () => varyImage(kernel, base.bytes, { seed: seedOf(sender++) }),
      () => sharp(jpeg).extract(inner).linear(1.02, 1).jpeg({ quality: 92 }).toBuffer(),
    ],
    rounds,
  );
  const byPhoton = await time(() => photonEdit(jpeg, width, height), { rounds: 3 });
  const ingest = await time(() => baseFromJpeg(jpeg, probeImage(jpeg)), { rounds: 5 });
  const budget = name.includes("12") ? 0.25 : 0.2;
  return [
    { what: `${name}: time, of sharp's`, value: own / bySharp, unit: "×", budget },
    { what: `${name}: photon's time, of sharp's`, value: byPhoton / bySharp, unit: "×" },
    { what: `${name}: one picture`, value: own, unit: "ms" },
    { what: `${name}: its base, once`, value: ingest, unit: "ms" },
    {
      what: `${name}: kernel memory`,
      value: kernel.memoryBytes / 2 ** 20,
      unit: "MiB",
      budget: 16,
    },
  ];
}

function photonEdit(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const image = PhotonImage.new_from_byteslice(jpeg);
  const cut = crop(image, 8, 8, width - 8, height - 8);
  adjust_brightness(cut, 2);
  const bytes = cut.get_bytes_jpeg(92);
  image.free();
  cut.free();
  return bytes;
}

async function looks({ name, jpeg }: Picture): Promise<Measurement[]> {
  const kernel = newKernel();
  const base = baseFromJpeg(jpeg, probeImage(jpeg)).bytes;
  const before = await pixelsOf(base);
  const similar: number[] = [];
  const noise: number[] = [];
  const sizes: number[] = [];
  const pairs: [Pixels, Pixels][] = [];
  for (let sender = 0; sender < looked; sender++) {
    const own = varyImage(kernel, base, { seed: seedOf(sender) });
    const after = await pixelsOf(own);
    similar.push(ssim(before, after));
    noise.push(psnr(before, after));
    sizes.push(Math.abs(own.length / base.length - 1));
    pairs.push([before, after]);
    if (sender > 0) continue;
    const sheet = await differenceSheet(before, after, 1500);
    await writeFile(new URL(`${name.replaceAll(/[ .]+/g, "-")}.png`, sheets), sheet);
  }
  const coarse = new Uint8Array(await sharp(jpeg).jpeg({ quality: 75 }).toBuffer());
  return [
    {
      what: `${name}: 1 − SSIM, worst of ${looked}`,
      value: 1 - Math.min(...similar),
      unit: "",
      budget: 0.01,
    },
    { what: `${name}: 1 − SSIM, median`, value: 1 - median(similar), unit: "" },
    { what: `${name}: PSNR, worst`, value: Math.min(...noise), unit: "dB" },
    {
      what: `${name}: size off its base, worst`,
      value: 100 * Math.max(...sizes),
      unit: "%",
      budget: 10,
    },
    { what: `${name}: base against upload`, value: base.length / jpeg.length, unit: "×" },
    {
      what: `${name}: base against an upload of quality 75`,
      value: baseFromJpeg(coarse, probeImage(coarse)).bytes.length / coarse.length,
      unit: "×",
    },
    {
      what: `${name}: steps on block boundaries, of chance's`,
      value: stepsOnBlocks(pairs),
      unit: "×",
    },
  ];
}

async function differs({ name, jpeg }: Picture): Promise<Measurement[]> {
  const kernel = newKernel();
  const base = baseFromJpeg(jpeg, probeImage(jpeg)).bytes;
  const senders = 300;
  const hashed = 50;
  const files = new Set<string>();
  const hashes: Hashes[] = [];
  for (let sender = 0; sender < senders; sender++) {
    const own = varyImage(kernel, base, { seed: seedOf(sender) });
    files.add(createHash("sha256").update(own).digest("hex"));
    if (sender < hashed) hashes.push(await hashesOf(own));
  }
  return [
    {
      what: `${name}: equal files among ${senders}`,
      value: senders - files.size,
      unit: "",
      budget: 0,
    },
    ...hashNames.map((hash) => ({
      what: `${name}: ${hash}, median distance of pairs of ${hashed}`,
      value: medianDistance(hashes.map((each) => each[hash])),
      unit: "of 64",
    })),
  ];
}
