import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { scanners } from "../../../../bench/image/scanner.ts";
import type { Component } from "../../../../src/domain/component.ts";
import {
  baseFromJpeg,
  belowOf,
  contrastOf,
  drawBlock,
  type Layer,
  LookRun,
  layOutText,
  leastTextHeight,
  leastTextSize,
  probeImage,
  varyImage,
} from "../../../../src/variation/image/index.ts";
import { avatarAt, fontFor, layersOf, none, qrAt, textAt, white } from "./components.ts";
import { decode, difference, type Pixels } from "./decode.ts";
import { unusualJpeg } from "./encode.ts";
import { newKernel } from "./kernel.ts";
import { grayJpeg, jpeg } from "./samples.ts";

const kernel = newKernel();
const seed = new Uint8Array(32).fill(7);
const [width, height] = [480, 320];
const baseOf = (file: Uint8Array) => baseFromJpeg(file, probeImage(file)).bytes;

/** One colour all over: what is drawn is seen as it is. */
async function flat(fill: string, options = {}): Promise<Uint8Array> {
  const create = { width, height, channels: 3 as const, background: fill };
  return baseOf(new Uint8Array(await sharp({ create }).jpeg(options).toBuffer()));
}

const drawn = async (base: Uint8Array, layers: Layer[]) =>
  await decode(varyImage(kernel, base, { seed, strength: 0, layers }));

const pixel = ({ data, width: across, channels }: Pixels, x: number, y: number) =>
  [...data.subarray((y * across + x) * channels, (y * across + x) * channels + 3)] as [
    number,
    number,
    number,
  ];

function expectNear(actual: readonly number[], expected: readonly number[], most: number) {
  actual.forEach((value, i) => {
    expect(Math.abs(value - (expected[i] ?? 0))).toBeLessThanOrEqual(most);
  });
}

describe("a component's background", () => {
  const say = (component: Component) => layersOf({ component, says: "李" });

  test.each(["4:2:0", "4:4:4"])("has its colour and opacity on %s", async (chromaSubsampling) => {
    const base = await flat("#3060a0", { quality: 92, chromaSubsampling });
    const background = { shape: "plain", color: "#f0e080", opacity: 50 } as const;
    const picture = await drawn(base, say(textAt(101, 67, 200, 60, { background })));
    expectNear(pixel(picture, 280, 100), [0x90, 0xa0, 0x90], 4);
    expectNear(pixel(picture, 40, 40), [0x30, 0x60, 0xa0], 2);
  });

  test("ends where its place ends, to the pixel", async () => {
    const base = await flat("#808080", { quality: 95, chromaSubsampling: "4:4:4" });
    const picture = await drawn(base, say(textAt(101, 67, 200, 60)));
    expectNear(pixel(picture, 98, 100), [128, 128, 128], 10);
    expectNear(pixel(picture, 103, 124), [255, 255, 255], 10);
    expectNear(pixel(picture, 150, 129), [128, 128, 128], 10);
  });

  test("may be rounded, or none", async () => {
    const base = await flat("#808080", { quality: 95, chromaSubsampling: "4:4:4" });
    const rounded = { ...white, shape: "rounded" } as const;
    const picture = await drawn(base, say(textAt(96, 64, 200, 80, { background: rounded })));
    expectNear(pixel(picture, 97, 65), [128, 128, 128], 12);
    expectNear(pixel(picture, 290, 104), [255, 255, 255], 6);
    const bare = await drawn(base, say(textAt(96, 64, 200, 80, { background: none })));
    expectNear(pixel(bare, 290, 104), [128, 128, 128], 2);
  });

  test("is not drawn where nothing is drawn on it", async () => {
    const base = await flat("#808080");
    const unknown = layersOf({ component: textAt(96, 64, 200, 80), says: "李\u{10ffff}" });
    expect(unknown).toEqual([]);
    expect(layersOf({ component: avatarAt(0, 0, 64, "round"), says: "" })).toEqual([]);
    expect(layersOf({ component: textAt(96, 64, 200, 80), says: " " })).toEqual([]);
    expect(difference(await decode(base), await drawn(base, unknown)).most).toBe(0);
  });
});

describe("components in a list", () => {
  test("lie above the ones before them", async () => {
    const base = await flat("#808080", { quality: 95 });
    const [red, blue] = ["#c00000", "#0000c0"].map((color): Component => {
      const background = { shape: "plain", color: color as "#c00000", opacity: 100 } as const;
      return textAt(64, 64, 128, 96, { background, color: color as "#c00000" });
    });
    const over = await drawn(
      base,
      layersOf({ component: red!, says: "a" }, { component: blue!, says: "a" }),
    );
    expectNear(pixel(over, 120, 100), [0, 0, 0xc0], 6);
  });

  test("that reach beyond the picture are left out", async () => {
    const base = await flat("#808080");
    const layers = layersOf({ component: qrAt(width - 100, 0, 160), says: "https://a.example" });
    expect(difference(await decode(base), await drawn(base, layers)).most).toBe(0);
  });

  test("leave all else as it is, on every kind of base", async () => {
    const files = [
      await jpeg(width, height),
      await jpeg(width, height, { chromaSubsampling: "4:4:4", quality: 97 }),
      await grayJpeg(width, height),
      unusualJpeg({ width, height, h: 2, v: 1 }),
      unusualJpeg({ width, height, h: 4, v: 1 }),
      unusualJpeg({ width, height, h: 1, v: 2 }),
    ];
    for (const file of files) {
      const base = baseOf(file);
      const before = await decode(base);
      const after = await drawn(base, layersOf({ component: qrAt(133, 75, 120), says: "ab" }));
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const isFar = x < 96 || x >= 288 || y < 56 || y >= 216;
          if (isFar) expect(pixel(after, x, y)).toEqual(pixel(before, x, y));
        }
      }
      expectNear(pixel(after, 137, 79), [255, 255, 255], 12);
    }
  });

  test("decode cleanly, wherever they lie and whatever they look like", async () => {
    const base = await flat("#a08060");
    const color = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => `#${n.toString(16).padStart(6, "0")}` as const);
    const background = fc.record({
      shape: fc.constantFrom("none", "plain", "rounded"),
      color,
      opacity: fc.integer({ min: 0, max: 100 }),
    });
    const place = fc.tuple(fc.nat(300), fc.nat(200), fc.integer({ min: 1, max: 180 }));
    await fc.assert(
      fc.asyncProperty(place, color, background, async ([x, y, size], ink, ground) => {
        const layers = [
          ...layersOf({
            component: qrAt(x, y, size, { color: ink, background: ground }),
            says: "a",
          }),
          ...layersOf({
            component: textAt(y, x >> 1, size, size >> 1 || 1, { color: ink, background: ground }),
            says: "Ab 李",
          }),
        ];
        await drawn(base, layers);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an avatar", () => {
  const portrait = { width: 90, height: 60, rgb: new Uint8Array(90 * 60 * 3).fill(200) };

  test.each([
    ["round", 128],
    ["square", 200],
  ] as const)("that is %s", async (shape, corner) => {
    const base = await flat("#808080", { quality: 95 });
    const component = avatarAt(100, 100, 128, shape);
    const layers = drawBlock([{ component, says: "" }], { fontFor, portrait });
    const picture = await drawn(base, layers);
    expectNear(pixel(picture, 164, 164), [200, 200, 200], 4);
    expectNear(pixel(picture, 103, 103), [corner, corner, corner], 10);
  });
});

describe("a text", () => {
  const laidOut = (text: string, more = {}) =>
    layOutText(textAt(0, 0, 300, 120, more), text, fontFor);

  test("is as large as its place allows, between its bounds", () => {
    expect(laidOut("李", { most: 40 })?.size).toBe(40);
    expect(laidOut("李小龙先生", { most: 80 })?.size).toBeLessThan(60);
    const long = laidOut("李小龙先生".repeat(8), { least: 12 });
    expect(long?.isTooSmall).toBe(true);
    expect(long?.size).toBeLessThan(12);
  });

  test("is wrapped between words and wide characters, and never before a full stop", () => {
    const lines = (text: string, more = {}) =>
      laidOut(text, { lines: 3, least: 30, most: 30, ...more })?.lines.map((line) => line.text);
    expect(lines("Łukasz Żółć Wojciechowski")).toEqual(["Łukasz Żółć", "Wojciechowski"]);
    expect(lines("高级理财经理王晓明负责。")?.every((line) => !line.startsWith("。"))).toBe(true);
    expect(lines("李\n13800000000")).toEqual(["李", "13800000000"]);
  });

  test("is set in every script that outlines can set", () => {
    const words = [
      "藺燾",
      "王𠮷",
      "Łukasz Żółć",
      "김나영",
      "e\u0301".normalize("NFC"),
      "Ωμέγα",
      "Юлия",
      "さくらカナ",
      "㛃𫖯𬍛䶮",
    ];
    for (const word of words) expect(laidOut(word), word).toBeDefined();
  });

  test("can be read at its least size after a messenger's compression: letters keep their contrast", async () => {
    const size = leastTextSize(1440, 1080);
    expect(size).toBe(28);
    expect(leastTextHeight(1440, 1080)).toBe(37);
    const create = { width: 1440, height: 1080, channels: 3 as const, background: "#d8d0c0" };
    const base = baseOf(new Uint8Array(await sharp({ create }).jpeg({ quality: 92 }).toBuffer()));
    const component = textAt(100, 100, 400, 37, { background: none, most: size });
    const own = varyImage(kernel, base, {
      seed,
      layers: layersOf({ component, says: "理财经理" }),
    });
    const sent = await decode(
      new Uint8Array(await sharp(own).resize(720).jpeg({ quality: 70 }).toBuffer()),
    );
    const letters: number[] = [];
    for (let y = 50; y < 68; y++) for (let x = 50; x < 106; x++) letters.push(pixel(sent, x, y)[1]);
    expect(Math.min(...letters)).toBeLessThan(90);
  });
});

describe("a code in colour", () => {
  test.each([
    ["#0b3c5d", { shape: "rounded", color: "#fff8e0", opacity: 100 }, "#7da0c0"],
    ["#4a1030", { shape: "plain", color: "#ffffff", opacity: 80 }, "#c0a080"],
    ["#000000", none, "#e8e0d0"],
  ] as const)("of %s scans after a messenger's compression", async (color, background, ground) => {
    const base = await flat(ground);
    const text = "https://share.example.com/s/a7Kp2QxW";
    const component = qrAt(111, 93, 150, { color, background });
    const own = varyImage(kernel, base, { seed, layers: layersOf({ component, says: text }) });
    const sent = await sharp(own).jpeg({ quality: 70 }).toBuffer();
    expect(await scanners.zxing(sent)).toBe(text);
  });
});

describe("what lies below", () => {
  test("is seen in each place, piece by piece", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320"><rect width="240" height="320" fill="#202020"/><rect x="240" width="240" height="320" fill="#e0e0e0"/></svg>`;
    const base = baseOf(new Uint8Array(await sharp(Buffer.from(svg)).flatten().jpeg().toBuffer()));
    const places = [
      { x: 10, y: 10, width: 100, height: 50 },
      { x: 300, y: 200, width: 100, height: 50 },
      { x: 200, y: 100, width: 100, height: 50 },
    ];
    const look = new LookRun(kernel, places);
    for (let at = 0; at < base.length; at += 999) look.push(base.subarray(at, at + 999));
    const [left, right, both] = look.end();
    expectNear([left!.dark, left!.light], [32, 32], 2);
    expectNear([right!.dark, right!.light], [224, 224], 2);
    expectNear([both!.dark, both!.light], [32, 224], 4);
  });

  test("is told from what components below it leave of the picture", () => {
    const dark = { dark: 10, light: 30 };
    const place = { x: 50, y: 50, width: 100, height: 40 };
    const card = (text: string, across: number, opacity = 100) => {
      const background = { shape: "plain", color: "#ffffff", opacity } as const;
      return textAt(40, 40, across, 60, { text, background });
    };
    expect(belowOf(place, dark, [])).toEqual(dark);
    expect(belowOf(place, dark, [card("Ask me", 120)])).toEqual({ dark: 255, light: 255 });
    expect(belowOf(place, dark, [card("Ask me", 120, 50)])).toEqual({ dark: 132.5, light: 142.5 });
    // It covers a part, or is empty for a sender without a title.
    expect(belowOf(place, dark, [card("Ask me", 60)])).toEqual({ dark: 10, light: 255 });
    expect(belowOf(place, dark, [card("{title} · {phone}", 120)])).toEqual({
      dark: 10,
      light: 255,
    });
    expect(belowOf(place, dark, [{ ...card("Ask me", 120), y: 500 }])).toEqual(dark);
  });

  test("decides what contrast a colour has", () => {
    const paper = { dark: 255, light: 255 };
    expect(contrastOf("#000000", none, paper)).toEqual({ ratio: 21, isDarker: true });
    expect(contrastOf("#ffffff", none, { dark: 0, light: 0 })).toEqual({
      ratio: 21,
      isDarker: false,
    });
    expect(contrastOf("#777777", none, { dark: 0, light: 255 }).ratio).toBe(1);
    const card = { shape: "plain", color: "#ffffff", opacity: 100 } as const;
    expect(contrastOf("#000000", card, { dark: 0, light: 0 }).ratio).toBeCloseTo(21);
  });
});
