/** `npm run bench`: all benchmarks, or those named; tables here and JSON in bench/results. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "../scripts/build.ts";
import type { Bench, Measurement } from "./measure.ts";
import { formatTable } from "./table.ts";

const ending = ".bench.ts";
const results = fileURLToPath(new URL("results/", import.meta.url));

async function run(wanted: readonly string[]): Promise<void> {
  const files = await readdir(new URL(".", import.meta.url));
  const names = files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `No benchmark "${unknown.join('", "')}". There are: ${names.join(", ") || "none"}.`,
    );
  }
  await build();
  await mkdir(results, { recursive: true });
  for (const name of wanted.length > 0 ? wanted : names.toSorted()) {
    console.log(`\n${name}`);
    const { bench } = (await import(`./${name}${ending}`)) as { bench: Bench };
    const measurements = await bench();
    console.log(formatTable(measurements));
    await writeFile(
      `${results}${name}.json`,
      `${JSON.stringify(record(name, measurements), null, 2)}\n`,
    );
  }
}

/** A result says where it was measured, since a figure means nothing without. */
function record(name: string, measurements: readonly Measurement[]) {
  const [cpu] = cpus();
  return {
    name,
    measuredAt: new Date().toISOString(),
    machine: { cpu: cpu?.model ?? "unknown", cores: cpus().length, node: process.version },
    measurements,
  };
}

await run(process.argv.slice(2));
