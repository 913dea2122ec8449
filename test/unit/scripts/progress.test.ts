import { expect, test } from "vitest";
import { formatDuration } from "../../../scripts/progress.ts";

test.each([
  [0, "0.0 s"],
  [440, "0.4 s"],
  [9_940, "9.9 s"],
  [9_960, "10 s"],
  [59_600, "1 min 0 s"],
  [125_000, "2 min 5 s"],
])("%i ms is said as %s", (ms, said) => {
  expect(formatDuration(ms)).toBe(said);
});
