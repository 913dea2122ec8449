import { expect, test } from "vitest";
import { median } from "../../../bench/measure.ts";
import { formatTable, formatValue } from "../../../bench/table.ts";

test.each([
  [0, "0"],
  [1_234_567, "1,234,567"],
  [12.345, "12.3"],
  [0.012345, "0.0123"],
  [999.6, "1,000"],
])("%d is written as %s", (value, written) => {
  expect(formatValue(value)).toBe(written);
});

test("a figure over its budget is called out, one at its budget is not", () => {
  const table = formatTable([
    { what: "render", value: 5, unit: "µs", budget: 5 },
    { what: "compile", value: 51, unit: "ms", budget: 50 },
    { what: "rows", value: 3, unit: "rows" },
  ]);
  const [render, compile, rows] = table.split("\n");
  expect(render).toContain("within 5 µs");
  expect(compile).toContain("OVER 50 ms");
  expect(rows).toMatch(/3 rows$/);
});

test("the median is the middle, and the mean of both middles", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow("nothing");
});
