import fc from "fast-check";
import jpegJs from "jpeg-js";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { scanners } from "../../../../bench/image/scanner.ts";
import {
  baseFromJpeg,
  leastQrSize,
  probeImage,
  type Variation,
  varyImage,
} from "../../../../src/variation/image/index.ts";
import { codeOf } from "./components.ts";
import { decode, difference } from "./decode.ts";
import { goldenCase, goldenHash, hexHash } from "./golden.ts";
import { newKernel } from "./kernel.ts";
import { grayJpeg, jpeg } from "./samples.ts";

const kernel = newKernel();
const seedOf = (number: number) => new Uint8Array(32).fill(number & 255).fill(number >> 8, 7, 9);
const baseOf = (file: Uint8Array) => baseFromJpeg(file, probeImage(file)).bytes;

/** The private segment that a base has and a variant has not: it counts in pictures this small. */
const headroomBytes = 2 * 32 * 32 + 16;

/** A flat colour, or several side by side. */
async function flat(...colours: string[]): Promise<Uint8Array> {
  const stripes = colours.map(
    (fill, i) => `<rect x="${i * 200}" width="200" height="320" fill="${fill}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${colours.length * 200}" height="320">${stripes.join("")}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).flatten().jpeg({ quality: 92 }).toBuffer());
}

const files = {
  photo: await jpeg(400, 300),
  "photo 4:4:4": await jpeg(400, 300, { chromaSubsampling: "4:4:4", quality: 97 }),
  coarse: await jpeg(400, 300, { quality: 25 }),
  gray: await grayJpeg(400, 300),
  white: await flat("#fff"),
  black: await flat("#000"),
  saturated: await flat("#f00", "#00f", "#ff0", "#0f0"),
  odd: await jpeg(397, 301),
  tiny: await jpeg(90, 60),
};
const bases = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, baseOf(file)]));

describe("one sender's picture", () => {
  test.each(Object.entries(bases))(
    "of %s shows the same pixels at no strength",
    async (_, base) => {
      const out = varyImage(kernel, base, { seed: seedOf(1), strength: 0 });
      expect(difference(await decode(base), await decode(out)).most).toBe(0);
    },
  );

  test.each(Object.entries(bases))(
    "of %s differs little, is no larger and decodes cleanly",
    async (_, base) => {
      for (let i = 1; i <= 8; i++) {
        const out = varyImage(kernel, base, { seed: seedOf(i) });
        const { mean, most } = difference(await decode(base), await decode(out));
        expect(most).toBeLessThanOrEqual(7);
        expect(mean).toBeLessThan(2.5);
        expect(Math.abs(out.length - base.length)).toBeLessThan(0.1 * base.length + headroomBytes);
        const other = jpegJs.decode(out, { tolerantDecoding: false });
        expect([other.width, other.height]).toEqual(Object.values(probeImage(out)).slice(1, 3));
      }
    },
  );

  test.each(Object.entries(bases))("of %s is like no other's", (_, base) => {
    const made = new Set<string>();
    for (let i = 0; i < 300; i++) {
      made.add(Buffer.from(varyImage(kernel, base, { seed: seedOf(i) })).toString("base64"));
    }
    expect(made.size).toBe(300);
  });

  test("is the same for the same seed, for ever", async () => {
    const base = bases.photo as Uint8Array;
    const make = () => varyImage(newKernel(), base, { seed: seedOf(5) });
    const out = make();
    expect(Buffer.compare(out, make())).toBe(0);
  });

  test("has the bytes it has always had", async () => {
    const { base, variation } = goldenCase();
    expect(await hexHash(varyImage(kernel, base, variation))).toBe(goldenHash);
  });

  test("never clips: white only gets darker and black only lighter", async () => {
    for (let i = 1; i <= 5; i++) {
      const white = await decode(varyImage(kernel, bases.white as Uint8Array, { seed: seedOf(i) }));
      expect(white.data.every((value) => value >= 253)).toBe(true);
      const black = await decode(varyImage(kernel, bases.black as Uint8Array, { seed: seedOf(i) }));
      expect(black.data.every((value) => value <= 2)).toBe(true);
    }
  });

  test("has no trace of the base's private segment", () => {
    const out = varyImage(kernel, bases.photo as Uint8Array, { seed: seedOf(1) });
    expect(Buffer.from(out).includes("STARLING")).toBe(false);
  });

  test("can be cropped to whole blocks", async () => {
    const base = bases.photo as Uint8Array;
    const crop = { x: 48, y: 64, width: 160, height: 96 };
    const out = varyImage(kernel, base, { seed: seedOf(1), strength: 0, crop });
    const { x: left, y: top, width, height } = crop;
    const cut = await sharp(base).extract({ left, top, width, height }).png().toBuffer();
    const { mean } = difference(await decode(new Uint8Array(cut)), await decode(out));
    expect(mean).toBeLessThan(0.2);
  });

  test("is refused for a base that is none, cut off or damaged", () => {
    const base = bases.photo as Uint8Array;
    const vary = (bytes: Uint8Array) => varyImage(kernel, bytes, { seed: seedOf(1) });
    expect(() => vary(files.photo)).toThrow("not a base");
    expect(() => vary(base.subarray(0, 300))).toThrow("ends inside");
    expect(() => vary(base.subarray(0, base.length >> 1))).toThrow("damaged");
    for (const [at, value] of [
      [5, 0],
      [7, 0],
      [9, 2],
      [9, 250],
      [11, 0x02],
      [11, 0x88],
      [11, 0x44],
    ] as const) {
      const copy = base.slice();
      const frameAt = Buffer.from(base).indexOf(Uint8Array.of(0xff, 0xc0));
      if (value === 0) copy.fill(0, frameAt + at, frameAt + at + 2);
      else copy[frameAt + at] = value;
      expect(() => vary(copy)).toThrow("not a base");
    }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { minLength: 1 }),
        (changes) => {
          const copy = base.slice();
          for (const [at, value] of changes) copy[at] = value;
          try {
            vary(copy);
          } catch (error) {
            expect(error).toMatchObject({ name: "ImageRefused" });
          }
        },
      ),
    );
  });
});

describe("a sender's QR code", () => {
  const text = "https://share.example.com/s/a7Kp2QxW";

  /** What a scanner reads after a messenger has shrunk and compressed the picture. */
  async function scanned(picture: Uint8Array): Promise<string | undefined> {
    const small = await sharp(picture)
      .resize(720, 720, { fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer();
    return await scanners.zxing(small);
  }

  const withQr = (size: number, x: number, y: number, number: number): Variation => ({
    seed: seedOf(number),
    layers: codeOf(text, { x, y, size }),
  });

  const pictures = {
    "a photo of 4:2:0": () => jpeg(1500, 1000),
    "a photo of 4:4:4": () => jpeg(1000, 1500, { chromaSubsampling: "4:4:4" }),
    "a photo of low quality": () => jpeg(1080, 1440, { quality: 40 }),
    "a gray photo": () => grayJpeg(900, 700),
    "a small photo": () => jpeg(720, 480),
    "a large photo": () => jpeg(4000, 3000),
  };

  test.each(Object.entries(pictures))(
    "scans from %s at its least size, wherever it is",
    async (_, make) => {
      const file = await make();
      const base = baseOf(file);
      const { width, height } = probeImage(file);
      const size = leastQrSize(text, width, height);
      for (const [i, [x, y]] of [
        [0, 0],
        [width - size, height - size],
        [101, 33],
        [(width - size) >> 1, (height - size) >> 1],
      ].entries()) {
        const out = varyImage(kernel, base, withQr(size, x as number, y as number, i));
        expect(await scanned(out)).toBe(text);
      }
    },
  );

  test("leaves the rest of the picture alone", async () => {
    const base = bases.photo as Uint8Array;
    const plain = await decode(varyImage(kernel, base, { seed: seedOf(3) }));
    const marked = await decode(varyImage(kernel, base, withQr(160, 0, 0, 3)));
    let changed = 0;
    for (let y = 0; y < 300; y++) {
      for (let x = 0; x < 400; x++) {
        const at = (y * 400 + x) * 3;
        // A block that the card's edge runs through is coded again, and colour is drawn out of it.
        const isOutside = x >= 160 + 16 || y >= 160 + 16;
        if (isOutside && plain.data[at] !== marked.data[at]) changed++;
      }
    }
    expect(changed).toBe(0);
  });
});
