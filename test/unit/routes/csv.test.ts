import { expect, test } from "vitest";
import { toCsv } from "../../../src/routes/management/csv.ts";

const bare = (cell: string) => toCsv([[cell]]).slice(1, -2);

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", " =1", "\t=1"])(
  "%j is no formula",
  (cell) => {
    expect(bare(cell)).toBe(`'${cell}`);
  },
);

test("nor is one that begins in a line of its own, or in quotes", () => {
  expect(bare("a\n=1")).toBe(`"'a\n=1"`);
  expect(bare('="a"')).toBe(`"'=""a"""`);
});

test.each(["1", "一等奖", "a=1", "3-1", "a@b.example"])("%j is as it was", (cell) => {
  expect(bare(cell)).toBe(cell);
});
