import { expect, test } from "vitest";
import { expectedReadingMs } from "../../../src/tracking/reading-time.ts";

test("238 English words take a minute", () => {
  expect(expectedReadingMs("word ".repeat(238))).toBe(60_000);
});
test("a Chinese character takes about 180 ms, punctuation nothing", () => {
  expect(expectedReadingMs("我们的新品，今天上市！".repeat(10))).toBe(
    Math.round((90 * 60_000 * 183) / (255 * 238)),
  );
});
test("mixed text is the sum of its parts", () => {
  const chinese = expectedReadingMs("支持快充");
  const english = expectedReadingMs("5G USB-C");
  expect(expectedReadingMs("支持5G快充USB-C")).toBe(chinese + english);
});
test.each([
  ["it's", 1],
  ["1,299.00", 1],
  ["2026-11-01", 1],
  ["a/b", 1],
  ["one two", 2],
])("%j is %i words", (text, words) => {
  expect(expectedReadingMs(text)).toBe(Math.round((words * 60_000) / 238));
});
test("nothing to read takes no time", () => {
  for (const text of ["", " \n", "——！…", "🎉🎉"]) expect(expectedReadingMs(text)).toBe(0);
});
