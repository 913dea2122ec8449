import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { ssim } from "../../../../bench/image/quality.ts";
import { resent } from "../../../../bench/image/resent.ts";
import { readBaseHeader } from "../../../../src/variation/image/base/format.ts";
import { baseFromJpeg, probeImage, varyImage } from "../../../../src/variation/image/index.ts";
import { segment } from "../../../../src/variation/image/jpeg/write-headers.ts";
import { concat } from "../../../../src/variation/image/vary/vary.ts";
import { decode, difference, type Pixels } from "./decode.ts";
import { newKernel } from "./kernel.ts";
import { texture } from "./samples.ts";

const kernel = newKernel();
const [width, height] = [640, 480];
const seedOf = (number: number) => new Uint8Array(32).fill(number).fill(number >> 8, 3);
const baseOf = (file: Uint8Array) => baseFromJpeg(file, probeImage(file)).bytes;
const own = (base: Uint8Array, sender: number) => varyImage(kernel, base, { seed: seedOf(sender) });
const senders = [1, 2, 3, 4];

/** A poster: one ground all over, and what is drawn on it. */
function poster(ground: string, drawn = ""): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#eef1ea"/><stop offset="1" stop-color="#7cc6fe"/></linearGradient></defs><rect width="100%" height="100%" fill="${ground}"/>${drawn}</svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

const jpegOf = async (image: Sharp, quality = 92) =>
  new Uint8Array(await image.jpeg({ quality }).toBuffer());

const lines = (colour: string, size: number, pitch: number) =>
  Array.from(
    { length: Math.floor(height / pitch) },
    (_, i) =>
      `<text x="8" y="${(i + 1) * pitch}" font-size="${size}" fill="${colour}">Savings for every family, only what you need, now and later, at 3.5 %</text>`,
  ).join("");

/** Grain all over, as bright as a photo by day or by night. */
function grain(light: "day" | "night"): Sharp {
  const [gain, offset] = light === "day" ? [1.6, -90] : [0.8, -25];
  const pixels = texture(width, height);
  return sharp(pixels, { raw: { width, height, channels: 3 } }).linear(gain, offset);
}

function movedPixels(a: Pixels, b: Pixels, from = 0): number {
  let moved = 0;
  for (let i = 0; i < a.data.length; i++) {
    const x = Math.floor(i / a.channels) % a.width;
    if (x >= from && a.data[i] !== b.data[i]) moved++;
  }
  return moved;
}

const flat: Record<string, () => Sharp> = {
  teal: () => poster("#cce3de", lines("#22577a", 30, 90)),
  pastel: () => poster("#f6d6e0", lines("#7d4f6d", 30, 90)),
  "near black": () => poster("#15161a", lines("#e8d9a0", 30, 90)),
  black: () => poster("#000", lines("#ffd400", 30, 90)),
  "white with small type": () => poster("#fff", lines("#222", 13, 17)),
  "a gradient": () => poster("url(#g)", lines("#0b3c5d", 30, 90)),
  "one colour": () => poster("#8aa6b5"),
};

describe("on a flat poster", () => {
  test.each(Object.entries(flat))("nothing of %s moves, fine or coarse", async (_, draw) => {
    for (const quality of [92, 75]) {
      const base = baseOf(await jpegOf(draw(), quality));
      const before = await decode(base);
      for (const sender of senders) {
        expect(difference(before, await decode(own(base, sender))).most).toBeLessThanOrEqual(1);
        expect(movedPixels(before, await decode(own(base, sender)))).toBeLessThan(width);
      }
    }
  });

  test.each(Object.entries(flat))("nor of %s after a messenger's compression", async (_, draw) => {
    const base = baseOf(await jpegOf(draw()));
    for (const quality of [85, 70, 50]) {
      const sent = await decode(await resent(base, quality, 560));
      const made = await decode(await resent(own(base, 1), quality, 560));
      expect(ssim(sent as never, made as never)).toBeGreaterThan(0.9999);
      expect(movedPixels(sent, made)).toBeLessThan(width);
    }
  });

  test.each([
    ...Object.entries(flat),
    ["an icon", () => poster("#fff", '<circle cx="30" cy="30" r="20" fill="red"/>').resize(40, 40)],
  ] as const)("the files of %s are like no other's all the same", async (_, draw) => {
    const base = baseOf(await jpegOf(draw()));
    const made = senders300.map((sender) => Buffer.from(own(base, sender)).toString("base64"));
    expect(new Set(made).size).toBe(300);
  });
});

const senders300 = Array.from({ length: 300 }, (_, i) => i);

describe("where there is texture", () => {
  test("brightness moves, and the picture looks the same", async () => {
    const base = baseOf(await jpegOf(grain("day")));
    const before = await decode(base);
    for (const sender of senders) {
      const after = await decode(own(base, sender));
      expect(movedPixels(before, after)).toBeGreaterThan(0.05 * before.data.length);
      expect(ssim(before as never, after as never)).toBeGreaterThan(0.995);
    }
  });

  test("it moves less where the picture is dark", async () => {
    const base = baseOf(await jpegOf(grain("night")));
    const before = await decode(base);
    for (const sender of senders) {
      const after = await decode(own(base, sender));
      expect(movedPixels(before, after)).toBeGreaterThan(0);
      expect(ssim(before as never, after as never)).toBeGreaterThan(0.99);
    }
  });

  test("the flat surface beside it stays", async () => {
    const size = { left: 0, top: 0, width: width / 2, height };
    const left = await sharp(await jpegOf(grain("day")))
      .extract(size)
      .png()
      .toBuffer();
    const base = baseOf(
      await jpegOf(poster("#cce3de").composite([{ input: left, left: 0, top: 0 }])),
    );
    const before = await decode(base);
    for (const sender of senders) {
      const after = await decode(own(base, sender));
      expect(movedPixels(before, after)).toBeGreaterThan(0);
      // A block that has both does not move either: 16 pixels of it may be beyond the half.
      expect(movedPixels(before, after, width / 2)).toBe(0);
    }
  });
});

describe("a base of the version before", () => {
  /** The same base with the private segment that was written then. */
  function asSecond(base: Uint8Array): Uint8Array {
    const header = readBaseHeader(base);
    if (!header) throw new Error("A base has headers.");
    const at = Buffer.from(base).indexOf(Uint8Array.of(0xff, 0xe9));
    const end = at + 2 + base[at + 2]! * 256 + base[at + 3]!;
    const { columns, rows, up, down } = header.headroom;
    const flatThen = (units: number) => Math.max(units, 64);
    const name = Array.from("STARLING\0", (letter) => letter.charCodeAt(0));
    const numbers = [2, 0, columns, rows, ...down.map(flatThen), ...up.map(flatThen)];
    return concat([base.subarray(0, at), segment(0xe9, [...name, ...numbers]), base.subarray(end)]);
  }

  test("goes on giving pictures, and what is flat does not move in them any more", async () => {
    const base = asSecond(baseOf(await jpegOf(poster("#cce3de", lines("#22577a", 30, 90)))));
    const before = await decode(base);
    const made = senders300.slice(0, 50).map((sender) => own(base, sender));
    for (const file of made.slice(0, 4)) {
      expect(difference(before, await decode(file)).most).toBeLessThanOrEqual(1);
    }
    expect(new Set(made.map((file) => Buffer.from(file).toString("base64"))).size).toBe(50);
  });

  test("goes on moving texture", async () => {
    const base = asSecond(baseOf(await jpegOf(grain("day"))));
    const moved = movedPixels(await decode(base), await decode(own(base, 1)));
    expect(moved).toBeGreaterThan(0.01 * width * height);
  });
});
