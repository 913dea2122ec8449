import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawLine, type Font, openFont } from "../../../../src/variation/image/index.ts";

const folder = new URL("../../../../assets/fonts/", import.meta.url);
const index = readFileSync(new URL("index.bin", folder));
const opened = new Map<number, Font>();

function fontFor(codePoint: number): Font | undefined {
  const number = index[codePoint] ?? 0;
  if (number === 0) return undefined;
  const font = opened.get(number) ?? openFont(readFileSync(new URL(`${number}.woff`, folder)));
  opened.set(number, font);
  return font;
}

/** The share of a strip that is dark. */
const inkOf = (samples: Uint8Array) =>
  samples.reduce((sum, v) => sum + (255 - v), 0) / samples.length / 255;

/** The first and last column that is not white. */
function extent({ width, samples }: { width: number; samples: Uint8Array }): [number, number] {
  const columns = [...samples.keys()]
    .filter((i) => (samples[i] as number) < 128)
    .map((i) => i % width);
  return [Math.min(...columns), Math.max(...columns)];
}

describe("a sender's line", () => {
  test("is drawn in Latin, Chinese and digits", () => {
    for (const letter of [..."Agj王明鹏销售经理顾问138@é·"]) {
      const { samples } = drawLine(fontFor, letter, 64, 64);
      expect(inkOf(samples), letter).toBeGreaterThan(0.004);
    }
  });

  test("has the shapes of its letters", () => {
    const { width, height, samples } = drawLine(fontFor, "田", 200, 96);
    const [left, right] = extent({ width, samples });
    const middle = (left + right) >> 1;
    const darkDown = (x: number) =>
      Array.from({ length: height }, (_, y) => (samples[y * width + x] as number) < 128);
    const upright = darkDown(middle);
    const beside = darkDown((left + middle) >> 1);
    expect(upright.filter(Boolean).length).toBeGreaterThan(40);
    expect(beside.filter((dark, y) => dark && !beside[y - 1])).toHaveLength(3);
  });

  test("fits its strip, however long it is", () => {
    for (const text of ["An", "王小明 高级客户经理 138 0013 8000", "W".repeat(60)]) {
      const [left, right] = extent(drawLine(fontFor, text, 480, 48));
      expect(left).toBeGreaterThanOrEqual(8);
      expect(right).toBeLessThan(474);
    }
  });

  test("leaves out what no font has, and is white when nothing is left", () => {
    const { samples } = drawLine(fontFor, "\u{1F600}\u0007", 64, 32);
    expect(inkOf(samples)).toBe(0);
    const smiling = drawLine(fontFor, "A\u{1F600}B", 200, 32);
    expect(smiling.samples).toEqual(drawLine(fontFor, "AB", 200, 32).samples);
  });
});
