/** `npm test`: everything that continuous integration checks, in one go; stops at the first failure. */
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { formatDuration } from "./progress.ts";
import { checkSizes } from "./sizes.ts";
import { runTool, ToolError } from "./tool.ts";
import { addTotals, readTotals, sayTotals, type Totals } from "./totals.ts";

const reports = fileURLToPath(new URL("../.build/reports/", import.meta.url));

interface Check {
  readonly name: string;
  run(): Promise<unknown>;
  /** The file that vitest reports to, where the check is one of its runs. */
  readonly report?: string;
}

const tool =
  (command: string, ...args: string[]) =>
  () =>
    runTool(command, args, { show: "everything" });

/** workerd complains on stderr of every connection that a test's end cuts: shown only on failure. */
function tests(name: string, ...args: string[]): Check {
  const report = `${reports}${name.replaceAll(" ", "-")}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const run = () => runTool("vitest", ["run", ...args, ...reporters], { show: "output" });
  return { name: `${name} tests`, run, report };
}

const checks: readonly Check[] = [
  { name: "lint", run: tool("biome", "check", "--error-on-warnings", ".") },
  { name: "types", run: tool("node", "scripts/typecheck.ts") },
  { name: "unused code", run: tool("knip", "--no-progress") },
  tests("unit and worker", "--project", "unit", "--project", "worker"),
  tests("browser", "--project", "browser"),
  { name: "sizes", run: checkSizes },
];

async function check(): Promise<number> {
  await rm(reports, { recursive: true, force: true });
  const begun = performance.now();
  let totals: Totals = { passed: 0, failed: 0 };
  let broken: string | undefined;
  for (const [index, { name, run, report }] of checks.entries()) {
    console.log(`\n[${index + 1}/${checks.length}] ${name}`);
    const started = performance.now();
    try {
      await run();
      console.log(`✓ ${name} (${formatDuration(performance.now() - started)})`);
    } catch (error) {
      broken = name;
      console.error(error instanceof ToolError ? error.message : error);
    }
    if (report)
      totals = addTotals(totals, readTotals(await readFile(report, "utf8").catch(() => "")));
    if (broken) break;
  }
  const took = formatDuration(performance.now() - begun);
  console.log(broken ? `\n✗ ${broken} failed after ${took}.` : `\n✓ All is well after ${took}.`);
  console.log(sayTotals(totals));
  return broken ? 1 : 0;
}

process.exit(await check());
