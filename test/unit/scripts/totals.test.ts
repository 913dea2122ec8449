import { expect, test } from "vitest";
import { addTotals, readTotals, sayTotals } from "../../../scripts/totals.ts";

const report = (numPassedTests: number, numFailedTests: number, files: [string, number][] = []) =>
  JSON.stringify({
    numPassedTests,
    numFailedTests,
    testResults: files.map(([status, tests]) => ({
      status,
      assertionResults: Array(tests).fill({}),
    })),
  });

test("passed and failed tests are read from a report", () => {
  expect(readTotals(report(7, 2, [["failed", 9]]))).toEqual({ passed: 7, failed: 2 });
});

test("a file that could not be loaded is a failure", () => {
  expect(
    readTotals(
      report(7, 0, [
        ["passed", 7],
        ["failed", 0],
      ]),
    ),
  ).toEqual({ passed: 7, failed: 1 });
});

test("no report is no test", () => {
  expect(readTotals("")).toEqual({ passed: 0, failed: 0 });
});

test("totals of several runs are added and said in one line", () => {
  expect(sayTotals(addTotals({ passed: 3, failed: 0 }, { passed: 4, failed: 1 }))).toBe(
    "7 passed, 1 failed",
  );
});
