/**
 * Twelve posters and photos as a Worker serves them to three senders, and what is left of them once a
 * messenger has compressed them again: whether codes scan, and whether anything but the block shows.
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp, { type Sharp } from "sharp";
import { baseFromJpeg, probeImage } from "../src/variation/image/index.ts";
import { drawn, INSET, posters } from "./image/flat-posters.ts";
import { photo } from "./image/pictures.ts";
import { changeOf, pixelsOf, ssim } from "./image/quality.ts";
import { resent } from "./image/resent.ts";
import { scanners } from "./image/scanner.ts";
import { type Place, people, type Served, serve, type Upload } from "./image/served.ts";
import type { Bench, Measurement } from "./measure.ts";

const sheet = new URL("results/image-sheets/served-after-q70.webp", import.meta.url);
const quality = 70;
/** The longest side that codes have to bear. */
const smallest = 720;
const flat = [
  "teal",
  "pastel",
  "near black",
  "radial gradient",
  "white with type",
  "table",
  "screenshot",
  "photo on cream",
];

export const bench: Bench = async () => {
  const inset = await (await photo(INSET.width, INSET.height, 12)).png().toBuffer();
  const uploads: Upload[] = [];
  for (const poster of posters.filter(({ name }) => flat.includes(name))) {
    uploads.push(await jpegOf(poster.name, drawn(poster, inset)));
  }
  uploads.push(await jpegOf("photo 1.5 MP", await photo(1500, 1000)));
  uploads.push(await jpegOf("grainy photo 1.5 MP", await photo(1500, 1000, 20)));
  uploads.push(await jpegOf("photo upright 3 MP", await photo(1500, 2000, 6)));
  uploads.push(await jpegOf("photo 12 MP", await photo(4000, 3000, 6)));
  const portraits = await Promise.all(people.map((_, i) => portraitOf(i)));
  const served = await serve(uploads, portraits);
  await mkdir(new URL(".", sheet), { recursive: true });
  await drawSheet(served);
  console.log(`After quality ${quality}, unscaled: ${fileURLToPath(sheet)}`);
  return [...(await scans(served)), ...(await shows(served))];
};

async function jpegOf(name: string, image: Sharp): Promise<Upload> {
  const bytes = new Uint8Array(await image.jpeg({ quality: 92 }).toBuffer());
  return { name, type: "image/jpeg", bytes };
}

/** Head and shoulders in flat colours: nobody's face. */
async function portraitOf(i: number): Promise<Uint8Array> {
  const [ground, coat] =
    [
      ["#f2b134", "#2f7f79"],
      ["#9fb4c0", "#b3202c"],
      ["#cce3de", "#5b2a86"],
    ][i] ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><rect width="600" height="600" fill="${ground}"/><ellipse cx="300" cy="620" rx="230" ry="220" fill="${coat}"/><circle cx="300" cy="250" r="120" fill="#e8c39e"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer());
}

/** How many of the codes scan: as served, after the messenger, and those of the least size after the worst. */
async function scans(served: readonly Served[]): Promise<Measurement[]> {
  const missed: Record<string, string[]> = {};
  const look = async (what: string, picture: Uint8Array, one: Served, place: Place) => {
    missed[what] ??= [];
    const name = what.startsWith("jsqr") ? "jsqr" : "zxing";
    const scanned = await scanners[name](await cut(picture, one, place));
    if (scanned !== one.link) missed[what].push(`${one.upload.name}, ${one.sender}`);
  };
  for (const one of served) {
    const { usual, least } = one.codes;
    const sent = await resent(one.bytes, quality);
    const width = Math.round((smallest * one.width) / Math.max(one.width, one.height));
    const worst = await resent(one.bytes, quality, width);
    await look("jsqr, as served", one.bytes, one, usual);
    await look(`jsqr, 1080 wide at quality ${quality}`, sent, one, usual);
    await look(`zxing, 1080 wide at quality ${quality}`, sent, one, usual);
    await look(`zxing, least size at ${smallest} and quality ${quality}`, worst, one, least);
    await look(`jsqr, least size at ${smallest} and quality ${quality}`, worst, one, least);
  }
  return Object.entries(missed).map(([what, names]) => {
    if (names.length > 0) console.log(`${what} misses ${names.join("; ")}`);
    const budget = what.startsWith("jsqr, least") ? {} : { budget: 0 };
    return {
      what: `${what}: codes missed`,
      value: names.length,
      unit: `of ${served.length}`,
      ...budget,
    };
  });
}

/** The part of a picture, whatever its scale, that a code lies in, with some of what is around it. */
async function cut(picture: Uint8Array, one: Served, { x, y, width, height }: Place) {
  const image = sharp(picture);
  const { width: across } = await image.metadata();
  const scale = across / one.width;
  const room = width / 4;
  const left = Math.max(0, Math.floor((x - room) * scale));
  const top = Math.max(0, Math.floor((y - room) * scale));
  const right = Math.min(across, Math.ceil((x + width + room) * scale));
  const bottom = Math.min(Math.round(one.height * scale), Math.ceil((y + height + room) * scale));
  const part = { left, top, width: right - left, height: bottom - top };
  return await image.extract(part).png().toBuffer();
}

/** What differs from the base above the sender's block, full size and after the messenger. */
async function shows(served: readonly Served[]): Promise<Measurement[]> {
  const worst = { flat: 0, flatSent: 0, full: 0, sent: 0 };
  for (const one of served) {
    const { upload, blockTop, width } = one;
    const base = baseFromJpeg(upload.bytes, probeImage(upload.bytes)).bytes;
    const above = async (picture: Uint8Array) => {
      const image = sharp(picture);
      const across = (await image.metadata()).width;
      const height = Math.floor((blockTop * across) / width / 16) * 16;
      const part = { left: 0, top: 0, width: across, height };
      return await pixelsOf(await image.extract(part).png().toBuffer());
    };
    const [before, after] = [await above(base), await above(one.bytes)];
    const sentBefore = await above(await resent(base, quality));
    const sentAfter = await above(await resent(one.bytes, quality));
    worst.full = Math.max(worst.full, 1 - ssim(before, after));
    worst.sent = Math.max(worst.sent, 1 - ssim(sentBefore, sentAfter));
    if (!flat.includes(upload.name) || upload.name.startsWith("photo")) continue;
    worst.flat = Math.max(worst.flat, changeOf(before, after).share);
    worst.flatSent = Math.max(worst.flatSent, changeOf(sentBefore, sentAfter).share);
  }
  return [
    { what: "above the block: 1 − SSIM, worst", value: worst.full, unit: "", budget: 0.01 },
    { what: `the same after quality ${quality}`, value: worst.sent, unit: "" },
    {
      what: "flat posters: pixels that moved, worst",
      value: 100 * worst.flat,
      unit: "%",
      budget: 0,
    },
    {
      what: `the same after quality ${quality}`,
      value: 100 * worst.flatSent,
      unit: "%",
      budget: 0,
    },
  ];
}

/** Each sender's block on each picture after the messenger: a row for a picture, a column for a sender. */
async function drawSheet(served: readonly Served[]): Promise<void> {
  const [width, height, gap] = [960, 330, 8];
  const pieces = await Promise.all(
    served.map(async (one, i) => {
      const image = sharp(await resent(one.bytes, quality));
      const size = await image.metadata();
      const part = { left: size.width - width, top: size.height - height, width, height };
      return {
        input: await image.extract(part).png().toBuffer(),
        left: gap + (i % people.length) * (width + gap),
        top: gap + Math.floor(i / people.length) * (height + gap),
      };
    }),
  );
  const across = gap + people.length * (width + gap);
  const down = gap + (served.length / people.length) * (height + gap);
  const create = { width: across, height: down, channels: 3 as const, background: "#777" };
  await sharp({ create })
    .composite(pieces)
    .webp({ quality: 86, effort: 6 })
    .toFile(fileURLToPath(sheet));
}
