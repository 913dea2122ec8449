/** How many tests passed and failed, out of vitest's JSON reports. */

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/**
 * @param report - the JSON text that vitest wrote, or "" where it wrote none
 * @returns its numbers; a file that could not even be loaded counts as one failure
 */
export function readTotals(report: string): Totals {
  if (report === "") return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

export function addTotals(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

export function sayTotals({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`;
}
