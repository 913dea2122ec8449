/**
 * Measured against true engaged time: the page script as it is served, on a clock that is told when to
 * move, its beats through the real parsing, clamping, queue format, folding and merge.
 */
import { bundlePageScript } from "../scripts/build-page-script.ts";
import type { Measurement } from "./measure.ts";
import { Reader, type Scenario, scenarios } from "./read-time/scenarios.ts";

export interface Outcome {
  scenario: Scenario;
  /** Engaged seconds, one a visit. */
  measured: number[];
  /** The worst visit's, in seconds; endless when a visit is missing or too many. */
  error: number;
  beats: number;
}

/** Plays one scenario to its end. */
export async function outcomeOf(scenario: Scenario, source: string): Promise<Outcome> {
  const reader = new Reader(source, scenario.serving);
  await scenario.play(reader);
  const measured = reader.server.rows().map((row) => row.engagedMs / 1000);
  const errors = scenario.truth.map((truth, at) => Math.abs((measured[at] ?? Infinity) - truth));
  const error = measured.length === scenario.truth.length ? Math.max(...errors) : Infinity;
  return { scenario, measured, error, beats: reader.server.beats.length };
}

export async function bench(): Promise<Measurement[]> {
  const source = await bundlePageScript(true);
  const outcomes: Outcome[] = [];
  for (const scenario of scenarios) outcomes.push(await outcomeOf(scenario, source));
  console.log(markdown(outcomes));
  return outcomes.map(({ scenario, error }) => ({
    what: `error: ${scenario.name}`,
    value: error,
    unit: "s",
    budget: scenario.allowed,
  }));
}

/** The table of docs/reading-time.md. */
function markdown(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ scenario, measured, error, beats }) => [
    scenario.name,
    scenario.truth.join(" + "),
    measured.join(" + "),
    error.toFixed(3),
    `${scenario.allowed} (${scenario.because})`,
    beats,
  ]);
  const head = ["scenario", "true, s", "measured, s", "error, s", "allowed, s", "beats sent"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
