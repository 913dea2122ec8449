import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { photonCodec } from "../../../src/integrations/photon.ts";
import { ImageRefused, makeBase } from "../../../src/variation/image/index.ts";
import { decode, difference } from "../variation/image/decode.ts";
import { sample } from "../variation/image/samples.ts";

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
  const largest = () => sample(3000, 2000).blur(1);
  test.each([
    ["PNG", () => largest().png({ compressionLevel: 3 })],
    ["PNG with alpha", () => largest().ensureAlpha(0.5).png({ compressionLevel: 3 })],
    ["WebP", () => largest().webp({ effort: 0 })],
    ["WebP with alpha", () => largest().ensureAlpha(0.5).webp({ effort: 0 })],
  ])("for the largest %s stays within its budget", async (_, make) => {
    const file = await bytesOf(make());
    const { rgba } = photonCodec.decode(file);
    expect(rgba.buffer.byteLength + file.length).toBeLessThanOrEqual(96 * 1024 * 1024);
    expect(makeBase(file, photonCodec).width).toBe(3000);
  });

  test("a picture that would take more is refused before it is decoded", async () => {
    const file = await bytesOf(largest().toColourspace("rgb16").png({ compressionLevel: 3 }));
    expect(() => makeBase(file, photonCodec)).toThrow("too much memory");
  });
});
