import fc from "fast-check";
import jpegJs from "jpeg-js";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { stepsOf } from "../../../../bench/image/steps.ts";
import { readBaseHeader } from "../../../../src/variation/image/base/format.ts";
import { baseFromJpeg, probeImage, varyImage } from "../../../../src/variation/image/index.ts";
import { basisOf } from "../../../../src/variation/image/jpeg/dct.ts";
import { edgeBlock } from "../../../../src/variation/image/vary/edge.ts";
import { decode, type Pixels } from "./decode.ts";
import { newKernel } from "./kernel.ts";
import { jpeg, sample } from "./samples.ts";

const kernel = newKernel();
const [width, height] = [600, 400];
const seedOf = (number: number) => new Uint8Array(32).fill(number);
const baseOf = (file: Uint8Array) => baseFromJpeg(file, probeImage(file)).bytes;
const senders = [1, 2, 3, 4, 5, 6];

/** A poster: one colour all over, and what is drawn on it. */
async function poster(paper: string, drawn = "", quality = 92): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans"><rect width="100%" height="100%" fill="${paper}"/>${drawn}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).flatten().jpeg({ quality }).toBuffer());
}

const typeIn = (colour: string) =>
  [60, 130, 160, 190, 220, 290, 360]
    .map(
      (y, i) =>
        `<text x="40" y="${y}" font-size="${i % 3 === 0 ? 44 : 17}" fill="${colour}">Savings for every family</text>`,
    )
    .join("");

/** A base and what senders get from it, decoded. */
async function changes(file: Uint8Array): Promise<[before: Pixels, after: Pixels][]> {
  const base = baseOf(file);
  const before = await decode(base);
  return Promise.all(
    senders.map(async (sender): Promise<[Pixels, Pixels]> => {
      return [before, await decode(varyImage(kernel, base, { seed: seedOf(sender) }))];
    }),
  );
}

function movedPixels(pairs: readonly (readonly [Pixels, Pixels])[]): number {
  const count = ([a, b]: readonly [Pixels, Pixels]) =>
    a.data.reduce((sum, value, i) => sum + (value === b.data[i] ? 0 : 1), 0);
  return pairs.reduce((sum, pair) => sum + count(pair), 0);
}

describe("the field on a flat poster", () => {
  test("has no edges that run along blocks, fine or coarse as the poster may be", async () => {
    for (const [quality, most] of [
      [92, 2],
      [75, 2.5],
    ] as const) {
      const pairs = await changes(await poster("#8aa6b5", "", quality));
      expect(movedPixels(pairs)).toBeGreaterThan(width * height);
      expect(stepsOf(pairs).onBlocks).toBeLessThan(most);
    }
  });

  test("has none of them in another decoder either", async () => {
    const base = baseOf(await poster("#8aa6b5"));
    const read = (bytes: Uint8Array) => jpegJs.decode(bytes, { formatAsRGBA: false });
    const before = read(base);
    const pairs = senders.map(
      (sender) => [before, read(varyImage(kernel, base, { seed: seedOf(sender) }))] as const,
    );
    expect(stepsOf(pairs).onBlocks).toBeLessThan(2);
  });

  test("moves type as it moves the paper: outlines do not show", async () => {
    const plain = await changes(await poster("#8aa6b5"));
    const typed = await changes(await poster("#8aa6b5", typeIn("#34495e")));
    let apart = 0;
    plain.forEach(([before, after], n) => {
      const [typedBefore, typedAfter] = typed[n]!;
      for (let i = 0; i < before.data.length; i++) {
        const onPaper = after.data[i]! - before.data[i]!;
        const onType = typedAfter.data[i]! - typedBefore.data[i]!;
        if (onPaper !== onType) apart++;
      }
    });
    // An edge that crosses type is a block wide there, since type is rounded this way and that.
    expect(apart / (senders.length * plain[0]![0].data.length)).toBeLessThan(0.012);
  });

  test("moves no paper that type on it cannot follow, and yet tells senders apart", async () => {
    const lines = Array.from(
      { length: 13 },
      (_, i) =>
        `<text x="4" y="${i * 32}" font-size="21">Savings for every family, only what you need, now and later</text>`,
    );
    const file = await poster("#fff", lines.join(""));
    expect(movedPixels(await changes(file))).toBe(0);
    const base = baseOf(file);
    const made = Array.from({ length: 300 }, (_, i) =>
      Buffer.from(varyImage(kernel, base, { seed: seedOf(i).fill(i >> 8, 3) })).toString("base64"),
    );
    expect(new Set(made).size).toBe(300);
  });

  test.each([
    ["white next to red", "#fff", '<rect y="200" width="600" height="200" fill="#b3202c"/>'],
    ["white next to blue", "#fff", '<rect x="300" width="300" height="400" fill="#1020d0"/>'],
    ["light blue with dark type", "#d8e9f5", typeIn("#12355b")],
    ["black with yellow type", "#000", typeIn("#fe0")],
    ["white with black type", "#fff", typeIn("#111")],
  ])("moves all colours alike: nothing is cut off on %s", async (_, paper, drawn) => {
    expect(stepsOf(await changes(await poster(paper, drawn))).cutOff).toBe(0);
  });
});

describe("a block with an edge", () => {
  const direction = fc.integer({ min: 0, max: 628 }).map((hundredths) => hundredths / 100);
  const offset = fc.integer({ min: -1100, max: 1100 }).map((hundredths) => hundredths / 100);
  const waves = Array.from({ length: 6 }, (_, z) => basisOf(z));
  const decoded = (block: Int8Array) =>
    Array.from({ length: 64 }, (_, i) => {
      const sum = waves.reduce((total, wave, z) => total + block[z]! * wave[i]!, 0);
      return Math.floor(sum / 65_536 + 0.5);
    });

  test.each([
    [6, 16],
    [3, 24],
  ])("of %i coefficients has two levels, few pixels of 64 on the wrong side", (count, most) => {
    let wrong = 0;
    let blocks = 0;
    fc.assert(
      fc.property(direction, offset, (angle, place) => {
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const meant = Array.from({ length: 64 }, (_, i) =>
          dx * (2 * (i & 7) - 7) + dy * (2 * (i >> 3) - 7) >= place ? 1 : 0,
        );
        const drawn = decoded(edgeBlock(dx, dy, place, count));
        expect(drawn.every((level) => level === 0 || level === 1)).toBe(true);
        const off = drawn.filter((level, i) => level !== meant[i]).length;
        expect(off).toBeLessThanOrEqual(most);
        wrong += off;
        blocks++;
      }),
      { numRuns: 2000 },
    );
    expect(wrong / blocks).toBeLessThan(count === 6 ? 2.5 : 3.5);
  });
});

describe("the steps of a base", () => {
  const stepsIn = (file: Uint8Array) =>
    Array.from(readBaseHeader(baseOf(file))!.frame.components[0]!.quantiser.subarray(0, 6));

  test("are fine for edges on a poster, for fewer of them where it is coarse", async () => {
    expect(stepsIn(await poster("#8aa6b5"))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(stepsIn(await poster("#8aa6b5", "", 60)).map((step) => step === 1)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test("stay as they are on a photo, but for brightness", async () => {
    expect(stepsIn(await jpeg(400, 300, { quality: 80 }))).toEqual([1, 4, 5, 6, 5, 4]);
    const soft = await sample(400, 300).blur(6).jpeg({ quality: 80 }).toBuffer();
    expect(stepsIn(new Uint8Array(soft))).toEqual([1, 4, 5, 6, 5, 4]);
  });
});
