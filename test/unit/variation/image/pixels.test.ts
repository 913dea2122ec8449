import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { psnr } from "../../../../bench/image/quality.ts";
import { readBaseHeader } from "../../../../src/variation/image/base/format.ts";
import { makeBase, type PixelCodec, probeImage } from "../../../../src/variation/image/index.ts";
import { pngRows } from "../../../../src/variation/image/png/png-rows.ts";
import { runThrough } from "../../../../src/variation/image/steps.ts";
import { decode } from "./decode.ts";
import { sample } from "./samples.ts";

const unused: PixelCodec = {
  decode: () => {
    throw new Error("A PNG is decoded without it.");
  },
};

const bytesOf = async (image: Sharp) => new Uint8Array(await image.toBuffer());

/** All pixels of a PNG, four bytes each, read in strips of so many rows. */
function pixelsIn(png: Uint8Array, rows: number): Uint8Array {
  const header = probeImage(png);
  const all: number[] = [];
  const read = pngRows(png, header).eachStrip(rows, (strip) => {
    for (const byte of strip.rgba.subarray(0, strip.rows * header.width * 4)) all.push(byte);
    return true;
  });
  runThrough(read);
  return Uint8Array.from(all);
}

const grays = () => sample(37, 23).toColourspace("b-w");
const forms: Record<string, () => Sharp> = {
  "of colours": () => sample(37, 23).png(),
  "of colours and alpha": () => sample(37, 23).ensureAlpha(0.4).png(),
  "of gray": () => grays().png(),
  "of gray and alpha": () => grays().ensureAlpha(0.5).png(),
  "of 16 bits": () => sample(37, 23).toColourspace("rgb16").png(),
  "with every filter": () => sample(137, 99).png({ adaptiveFiltering: true, compressionLevel: 9 }),
  "of a palette of 256": () => sample(37, 23).png({ palette: true }),
  "of a palette of 16": () => sample(37, 23).png({ palette: true, colours: 16 }),
  "of a palette of 4": () => sample(37, 23).png({ palette: true, colours: 4 }),
  "of a palette of 2": () => sample(37, 23).png({ palette: true, colours: 2 }),
  "of a palette with alpha": () => sample(37, 23).ensureAlpha(0.4).png({ palette: true }),
};

describe("a PNG", () => {
  test.each(Object.entries(forms))("%s is decoded to the pixels it has", async (_, make) => {
    const png = await bytesOf(make());
    const image = sharp(png).toColourspace("srgb").ensureAlpha();
    const expected = new Uint8Array(await image.raw({ depth: "uchar" }).toBuffer());
    for (const rows of [1, 2, 16]) {
      expect(Buffer.compare(pixelsIn(png, rows), expected)).toBe(0);
    }
  });

  test("that is cut off inside its data is truncated", async () => {
    const png = await bytesOf(sample(60, 60).png());
    const at = Buffer.from(png).indexOf("IDAT");
    const length = new DataView(png.buffer).getUint32(at - 4);
    const short = png.slice();
    short.fill(0, at + 4 + (length >> 1), at + 4 + length);
    expect(() => pixelsIn(short, 8)).toThrow(/damaged|ends inside/);
  });
});

/** Type of one colour on a ground of another, at the size of a caption. */
const type = (ground: string, ink: string) => {
  const line = (y: number) =>
    `<text x="12" y="${y}" font-size="22" fill="${ink}">Offer ends 30 August</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="240" font-family="DejaVu Sans"><rect width="100%" height="100%" fill="${ground}"/>${[40, 90, 140, 190].map(line).join("")}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha();
};

describe("a base from pixels", () => {
  const samplingOf = (base: Uint8Array) => readBaseHeader(base)?.frame.components[0].h;

  test.each([
    ["red type on white", "#fff", "#d00", 1],
    ["yellow type on black", "#000", "#fd0", 1],
    ["black type on white", "#fff", "#111", 2],
    ["gray type on sand", "#d9c9a8", "#6a5b48", 2],
  ])("keeps colour as fine as %s needs", async (_, ground, ink, expected) => {
    const png = await bytesOf(type(ground, ink).png());
    const { bytes } = makeBase(png, unused);
    expect(samplingOf(bytes)).toBe(expected);
    const quality = psnr((await decode(png)) as never, (await decode(bytes)) as never);
    expect(quality).toBeGreaterThan(36);
  });

  test("halves the colour of a photo", async () => {
    const png = await bytesOf(sample(400, 300).blur(1).png());
    expect(samplingOf(makeBase(png, unused).bytes)).toBe(2);
  });

  const onNothing = (fill: string) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="96"><circle cx="80" cy="48" r="40" fill="${fill}"/></svg>`,
      ),
    ).png();

  test.each([
    ["#ffffff", "dark"],
    ["#f4f0e8", "dark"],
    ["#111111", "white"],
    ["#c8102e", "white"],
  ])("puts a logo of %s that stands on nothing on a %s ground", async (fill, ground) => {
    const { data } = await decode(makeBase(await bytesOf(onNothing(fill)), unused).bytes);
    const corner = data[0] ?? 0;
    expect(ground === "white" ? corner > 250 : corner < 70).toBe(true);
  });
});
