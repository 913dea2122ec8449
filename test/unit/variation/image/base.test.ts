import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readBaseHeader } from "../../../../src/variation/image/base/format.ts";
import {
  baseFromJpeg,
  baseFromRaster,
  ImageRefused,
  probeImage,
  uprightSize,
} from "../../../../src/variation/image/index.ts";
import { decode, difference } from "./decode.ts";
import { unusualJpeg } from "./encode.ts";
import { grayJpeg, jpeg, sample } from "./samples.ts";

const baseOf = (bytes: Uint8Array) => baseFromJpeg(bytes, probeImage(bytes));

/** The segments of a JPEG by marker code, up to its scan. */
function markers(bytes: Uint8Array): number[] {
  const codes: number[] = [];
  for (let at = 2; codes.at(-1) !== 0xda; ) {
    codes.push(bytes[at + 1] as number);
    at += 2 + (bytes[at + 2] as number) * 256 + (bytes[at + 3] as number);
  }
  return codes;
}

/** Forty shades side by side, each of many blocks without AC. */
async function stripes(quality: number): Promise<Uint8Array> {
  const shades = Array.from(
    { length: 40 },
    (_, i) =>
      `<rect x="${(i % 8) * 48}" y="${(i >> 3) * 48}" width="48" height="48" fill="rgb(${i * 6},${(i * 37) % 256},${255 - i * 5})"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="384" height="240">${shades.join("")}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).flatten().jpeg({ quality }).toBuffer());
}

const forms: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
  "4:2:0": () => jpeg(100, 75),
  "4:4:4": () => jpeg(100, 75, { chromaSubsampling: "4:4:4" }),
  "4:2:2": () => unusualJpeg({ width: 100, height: 75, h: 2, v: 1 }),
  "4:4:0": () => unusualJpeg({ width: 100, height: 75, h: 1, v: 2 }),
  "4:1:1": () => unusualJpeg({ width: 100, height: 75, h: 4, v: 1 }),
  "restart markers": () => unusualJpeg({ width: 100, height: 75, h: 2, v: 2, restartInterval: 3 }),
  "optimised tables": () => jpeg(100, 75, { optimiseCoding: true }),
  progressive: () => jpeg(100, 75, { progressive: true }),
  "progressive 4:4:4": () => jpeg(100, 75, { progressive: true, chromaSubsampling: "4:4:4" }),
  "progressive by mozjpeg": () => jpeg(100, 75, { mozjpeg: true }),
  "quality 30": () => jpeg(100, 75, { quality: 30 }),
  "quality 100": () => jpeg(100, 75, { quality: 100 }),
  gray: () => grayJpeg(100, 75),
  "progressive gray": () => grayJpeg(100, 75, { progressive: true }),
  "flat colours": () => stripes(92),
  "flat colours, coarse": () => stripes(55),
  "one pixel": () => jpeg(1, 1),
  "one row": () => jpeg(200, 1),
};

describe("a base", () => {
  test.each(Object.entries(forms))("of %s shows the same pixels", async (_, make) => {
    const file = await make();
    const { bytes, width, height } = baseOf(file);
    const before = await decode(file);
    const after = await decode(bytes);
    expect({ width, height }).toEqual({ width: before.width, height: before.height });
    expect(uprightSize(probeImage(file))).toEqual({ width, height });
    expect(difference(before, after).most).toBe(0);
  });

  test("is baseline with the standard tables, whatever it was made from", async () => {
    const { bytes } = baseOf(await jpeg(64, 64, { mozjpeg: true }));
    expect(markers(bytes)).toEqual([
      0xe0, 0xe9, 0xdb, 0xdb, 0xdb, 0xc0, 0xc4, 0xc4, 0xc4, 0xc4, 0xda,
    ]);
  });

  test("keeps the colour profile and leaves EXIF out", async () => {
    const file = new Uint8Array(
      await sample(64, 48)
        .withIccProfile("p3")
        .withExifMerge({ IFD0: { Copyright: "somebody" } })
        .jpeg()
        .toBuffer(),
    );
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const before = await sharp(file).metadata();
    const after = await sharp(baseOf(file).bytes).metadata();
    expect(after.exif).toBeUndefined();
    expect(after.icc).toEqual(before.icc);
  });

  test("has a fine step for brightness even where the file had a coarse one", async () => {
    const { bytes } = baseOf(await jpeg(64, 64, { quality: 30 }));
    const header = readBaseHeader(bytes);
    expect(header?.frame.components[0]?.quantiser[0]).toBe(1);
  });
});

describe("an orientation", () => {
  const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
  const options = [
    { width: 96, height: 64, progressive: false, subsampling: "4:2:0" },
    { width: 101, height: 77, progressive: true, subsampling: "4:2:0" },
    { width: 90, height: 50, progressive: false, subsampling: "4:4:4" },
  ];
  const cases = options.flatMap((o) => orientations.map((orientation) => ({ ...o, orientation })));

  test.each(cases)("$orientation of $width × $height $subsampling is turned upright", async (c) => {
    const file = new Uint8Array(
      await sample(c.width, c.height)
        .withMetadata({ orientation: c.orientation })
        .jpeg({ quality: 95, progressive: c.progressive, chromaSubsampling: c.subsampling })
        .toBuffer(),
    );
    const base = baseOf(file);
    expect({ width: base.width, height: base.height }).toEqual(uprightSize(probeImage(file)));
    const mcu = c.subsampling === "4:4:4" ? 8 : 16;
    const mirroredX = [2, 3, 7, 8].includes(c.orientation);
    const mirroredY = [3, 4, 6, 7].includes(c.orientation);
    const width = mirroredX ? c.width - (c.width % mcu) : c.width;
    const height = mirroredY ? c.height - (c.height % mcu) : c.height;
    const stored = await sharp(file).extract({ left: 0, top: 0, width, height }).png().toBuffer();
    const marked = await sharp(stored)
      .withMetadata({ orientation: c.orientation })
      .png()
      .toBuffer();
    const upright = new Uint8Array(await sharp(marked).autoOrient().png().toBuffer());
    const turned = await decode(base.bytes);
    expect([base.width, base.height]).toEqual([turned.width, turned.height]);
    const { mean, most } = difference(await decode(upright), turned);
    expect(mean).toBeLessThan(0.5);
    expect(most).toBeLessThanOrEqual(8);
  });
});

describe("a base from pixels", () => {
  test("looks like the pixels, at any size", async () => {
    for (const [width, height] of [
      [100, 75],
      [16, 16],
      [1, 1],
      [33, 20],
    ] as const) {
      const rgba = new Uint8Array(
        await sample(width, height).blur(2).ensureAlpha().raw().toBuffer(),
      );
      const { bytes } = baseFromRaster({ width, height, rgba });
      const opaque = await sharp(rgba, { raw: { width, height, channels: 4 } })
        .removeAlpha()
        .png();
      const before = await decode(new Uint8Array(await opaque.toBuffer()));
      const after = await decode(bytes);
      expect(difference(before, after).mean).toBeLessThan(2);
    }
  });

  test("is white where the pixels are transparent", async () => {
    const rgba = new Uint8Array(32 * 32 * 4);
    const { data } = await decode(baseFromRaster({ width: 32, height: 32, rgba }).bytes);
    expect(Math.min(...data)).toBe(255);
  });
});

describe("a damaged file", () => {
  /** Makes a base or is refused; anything else is an error of ours. */
  const attempt = (bytes: Uint8Array) => {
    try {
      const { bytes: made } = baseOf(bytes);
      expect(readBaseHeader(made)).toBeDefined();
    } catch (error) {
      if (!(error instanceof ImageRefused)) throw error;
      expect(error.message).toMatch(/^[A-Z].*\.$/);
    }
  };

  test.each(["4:2:0", "restart markers", "progressive", "gray"])(
    "of %s gives a base or a reason, whichever bytes are wrong",
    async (name) => {
      const file = await (forms[name] as (typeof forms)[string])();
      const changes = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(changes, (list) => {
          const copy = file.slice();
          for (const [at, value] of list) copy[at] = value;
          attempt(copy);
        }),
        { numRuns: 300 },
      );
    },
  );

  test("cut off inside its data, with an end put after it, is truncated", async () => {
    const file = await jpeg(100, 75);
    for (let length = file.length - 200; length < file.length - 4; length += 7) {
      const cut = file.slice(0, length + 2);
      cut.set([0xff, 0xd9], length);
      expect(() => baseOf(cut)).toThrow(ImageRefused);
    }
  });
});
