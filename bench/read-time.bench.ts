/**
 * Measured against true engaged time: the page scripts as they are served, on a clock that is told when to
 * move, their beats through the real parsing, clamping, queue format, folding and merge.
 */
import { bundlePageScript } from "../scripts/build-page-script.ts";
import type { Confidence } from "../src/domain/vocabulary.ts";
import { type Bounds, boundsOf, type FoldedVisit, worthOf } from "../src/tracking/index.ts";
import type { Measurement } from "./measure.ts";
import { Reader, type Sources, type Story } from "./read-time/reader.ts";
import { stories } from "./read-time/scenarios.ts";

export interface Outcome {
  story: Story;
  visits: (FoldedVisit & { confidence: Confidence; bounds: Bounds })[];
  /** The worst visit's, in seconds; endless when a visit is missing or too many. */
  error: number;
  /** Those that went into the queue. */
  beats: number;
}

/** Both scripts, as they are served. */
export async function bundleSources(): Promise<Sources> {
  const [core, full] = await Promise.all([bundlePageScript(false), bundlePageScript(true)]);
  return { core, full };
}

/** Plays one story to its end. */
export async function outcomeOf(story: Story, sources: Sources): Promise<Outcome> {
  const reader = new Reader(sources, story);
  await story.play(reader);
  const visits = reader.server.rows().map((row) => ({
    ...row,
    confidence: worthOf({ ...row, own: row.claims.isOwn, burst: row.claims.isBurst }),
    bounds: boundsOf(row),
  }));
  const errors = story.truth.map((truth, at) =>
    Math.abs((visits[at]?.engagedMs ?? Infinity) / 1000 - truth),
  );
  const error = visits.length === story.truth.length ? Math.max(0, ...errors) : Infinity;
  return { story, visits, error, beats: reader.server.taken };
}

export async function bench(): Promise<Measurement[]> {
  const sources = await bundleSources();
  const outcomes: Outcome[] = [];
  for (const story of stories) outcomes.push(await outcomeOf(story, sources));
  console.log(markdown(outcomes));
  return outcomes.map(({ story, error }) => ({
    what: `error: ${story.name}`,
    value: error,
    unit: "s",
    budget: story.allowed,
  }));
}

const seconds = (ms: number | null) => (ms === null ? "?" : String(ms / 1000));

/** The table of docs/reading-time.md. */
export function markdown(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ story, visits, error, beats }) => [
    story.name,
    story.truth.join(" + ") || "0",
    visits.map(({ engagedMs }) => seconds(engagedMs)).join(" + ") || "0",
    visits
      .map(({ bounds }) => `${seconds(bounds.atLeastMs)}–${seconds(bounds.atMostMs)}`)
      .join(" + ") || "–",
    visits.map(({ confidence }) => confidence).join(" + ") || "–",
    error.toFixed(3),
    `${story.allowed} (${story.because})`,
    beats,
  ]);
  const head = ["story", "true, s", "told, s", "between, s", "says", "error, s", "allowed, s"];
  return [[...head, "beats"], [...head, ""].map(() => "---"), ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}
