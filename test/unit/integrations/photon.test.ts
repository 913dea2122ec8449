import sharp, { type Sharp } from "sharp";
import { describe, expect, test, vi } from "vitest";
import { photonCodec } from "../../../src/integrations/photon.ts";
import { ImageRefused, makeBase, type PixelCodec } from "../../../src/variation/image/index.ts";
import { allocatedBy } from "../variation/image/allocations.ts";
import { decode, difference } from "../variation/image/decode.ts";
import { sample } from "../variation/image/samples.ts";

// The largest pictures take a busy machine a minute to draw, before anything is made of them.
vi.setConfig({ testTimeout: 300_000 });

const smooth = () => sample(100, 76).blur(2);
const translucent = () => smooth().ensureAlpha(0.4);

const forms: Record<string, () => Sharp> = {
  PNG: () => smooth().png(),
  "palette PNG": () => smooth().png({ palette: true }),
  "interlaced PNG": () => smooth().png({ progressive: true }),
  "gray PNG": () => smooth().toColourspace("b-w").png(),
  "16-bit PNG": () => smooth().toColourspace("rgb16").png(),
  "PNG with alpha": () => translucent().png(),
  "palette PNG with alpha": () => translucent().png({ palette: true }),
  "lossy WebP": () => smooth().webp(),
  "lossless WebP": () => smooth().webp({ lossless: true }),
  "WebP with alpha": () => translucent().webp({ lossless: true }),
};

const bytesOf = async (image: Sharp) => new Uint8Array(await image.toBuffer());

describe("a base made from pixels", () => {
  test.each(Object.entries(forms))("of a %s looks like it, on white", async (_, make) => {
    const file = await bytesOf(make());
    const flat = sharp(file).flatten({ background: "#fff" }).toColourspace("srgb").png();
    const before = await decode(await bytesOf(flat));
    const after = await decode(makeBase(file, photonCodec).bytes);
    expect(difference(before, after).mean).toBeLessThan(2.5);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("of orientation %i is upright", async (orientation) => {
    for (const file of [
      await bytesOf(smooth().withMetadata({ orientation }).webp({ lossless: true })),
      await bytesOf(smooth().withMetadata({ orientation }).png()),
    ]) {
      const before = await decode(await bytesOf(sharp(file).autoOrient().png()));
      const after = await decode(makeBase(file, photonCodec).bytes);
      expect([after.width, after.height]).toEqual([before.width, before.height]);
      expect(difference(before, after).mean).toBeLessThan(2.5);
    }
  });

  test("keeps the colour profile of PNG and WebP", async () => {
    for (const image of [
      smooth().withIccProfile("p3").png(),
      smooth().withIccProfile("p3").webp(),
    ]) {
      const file = await bytesOf(image);
      const { icc } = await sharp(file).metadata();
      expect(icc).toBeDefined();
      expect((await sharp(makeBase(file, photonCodec).bytes).metadata()).icc).toEqual(icc);
    }
  });

  test("of a damaged file is refused, and the next one is made", async () => {
    const good = await bytesOf(forms["lossy WebP"]?.() as Sharp);

    for (let at = 60; at < good.length; at += 11) {
      const bad = good.slice();
      bad.fill(0xa5, at, at + 8);
      try {
        makeBase(bad, photonCodec);
      } catch (error) {
        if (!(error instanceof ImageRefused)) throw error;
      }
    }
    const cut = await bytesOf(smooth().webp({ lossless: true }));
    cut.fill(0xff, 40, 200);
    expect(() => makeBase(cut, photonCodec)).toThrow(ImageRefused);

    expect(makeBase(good, photonCodec).width).toBe(100);
  });
});

describe("memory", () => {
  const budget = 96 * 1024 * 1024;
  const largest = () => sample(3000, 2000).blur(1);
  const photo = () => sample(4096, 3072);
  const files: Record<string, () => Sharp> = {
    "PNG of a phone's screenshot": () => sample(3000, 4166).blur(1).png({ compressionLevel: 3 }),
    "PNG to be turned": () =>
      largest().withMetadata({ orientation: 6 }).png({ compressionLevel: 3 }),
    "interlaced PNG": () => largest().png({ progressive: true }),
    WebP: () => largest().webp({ effort: 0 }),
    "WebP with alpha": () => largest().ensureAlpha(0.5).webp({ effort: 0 }),
    "lossless WebP": () => largest().webp({ lossless: true, effort: 0 }),
    JPEG: () => photo().jpeg({ quality: 95 }),
    "JPEG of 24 megapixels to be turned": () =>
      sample(5712, 4284).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }),
    "progressive JPEG of 4:4:4": () =>
      photo().jpeg({ quality: 95, progressive: true, chromaSubsampling: "4:4:4" }),
    "JPEG of 4:4:4 to be turned": () =>
      photo().withMetadata({ orientation: 6 }).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }),
  };

  test.each(Object.entries(files))(
    "for the largest %s stays within its budget",
    async (_, make) => {
      const file = await bytesOf(make());
      let decoding = 0;
      const codec: PixelCodec = {
        decode(bytes) {
          const raster = photonCodec.decode(bytes);
          decoding = raster.rgba.buffer.byteLength;
          return raster;
        },
      };
      const made = allocatedBy(() => makeBase(file, codec));
      expect(made).toBeGreaterThan(1_000_000);
      expect(file.length + decoding + made).toBeLessThanOrEqual(budget);
    },
  );

  /** Noise in brightness alone: small as a PNG, large as a JPEG. */
  const noise = () => {
    const pixels = new Uint8Array(6_000_000 * 3);
    for (let at = 0, n = 1; at < pixels.length; at += 3) {
      n = (Math.imul(n, 1103515245) + 12345) >>> 0;
      pixels.fill(n >>> 24, at, at + 3);
    }
    return sharp(pixels, { raw: { width: 3000, height: 2000, channels: 3 } });
  };

  test.each([
    [
      "16 bits a channel",
      () => largest().toColourspace("rgb16").png({ progressive: true, compressionLevel: 3 }),
    ],
    ["lossless WebP of noise", () => noise().webp({ lossless: true, effort: 0 })],
    ["a base that outgrows what is left", () => noise().png({ progressive: true })],
  ])("that is not there (%s) refuses the picture", async (_, make) => {
    const file = await bytesOf(make());
    expect(() => makeBase(file, photonCodec)).toThrow(
      /takes \d+ MB of memory to decode; the limit is 96 MB/,
    );
  });
});
