import { describe, expect, test } from "vitest";
import { accentsOf, contrast, type Hex } from "../../../src/domain/accent.ts";

/** As shell/base.css has them. */
const grounds = { light: ["#faf8f4", "#ffffff"], dark: ["#16181a", "#1e2123"] } as const;
const written = {
  light: { ink: "#23211d", quiet: "#67615a", onAccent: "#ffffff" },
  dark: { ink: "#e5e2dc", quiet: "#a29c92", onAccent: "#10211d" },
} as const;
const chosen: Hex[] = [
  "#000000",
  "#ffffff",
  "#ffff00",
  "#00ffff",
  "#ff0000",
  "#0000ff",
  "#c8102e",
  "#1d5c50",
  "#7f7f7f",
  "#f7d046",
];

describe("a chosen colour", () => {
  test.each(chosen)("%s can be read in both schemes, and so can what stands on it", (colour) => {
    const accents = accentsOf(colour);
    for (const scheme of ["light", "dark"] as const) {
      const { accent, soft } = accents[scheme];
      for (const ground of [...grounds[scheme], soft]) {
        expect(contrast(accent, ground), `${scheme} ${accent}`).toBeGreaterThanOrEqual(4.5);
      }
      const { ink, quiet, onAccent } = written[scheme];
      expect(contrast(ink, soft)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(quiet, soft)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("stays as it is where it can be read", () => {
    expect(accentsOf("#1d5c50").light.accent).toBe("#1d5c50");
    expect(accentsOf("#86c9b8").dark.accent).toBe("#86c9b8");
  });

  test("is moved no further than it takes: red stays red", () => {
    const { accent } = accentsOf("#ff0000").light;
    expect(Number.parseInt(accent.slice(1, 3), 16)).toBeGreaterThan(200);
    expect(accent.slice(3)).toBe("0000");
  });
});

test("contrast is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
