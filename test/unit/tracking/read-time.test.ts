import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Sources } from "../../../bench/read-time/reader.ts";
import { stories } from "../../../bench/read-time/scenarios.ts";
import {
  bundleSources,
  markdown,
  type Outcome,
  outcomeOf,
} from "../../../bench/read-time.bench.ts";

let sources: Sources;
beforeAll(async () => {
  sources = await bundleSources();
});

/** What a visit that is off may say of itself. */
const says = {
  "the page is told": ["complete"],
  "killed: one checkpoint": ["truncated"],
  "the idle limit": ["idle"],
};

describe.each(stories)("$name", (story) => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await outcomeOf(story, sources);
  });

  test(`is told within ${story.allowed} s (${story.because})`, () => {
    expect(outcome.error).toBeLessThanOrEqual(story.allowed);
  });

  test("says so, and lies between its bounds", () => {
    for (const [at, { confidence, bounds }] of outcome.visits.entries()) {
      const truth = (story.truth[at] ?? 0) * 1000;
      expect(story.isHeardOnce ? ["doubtful"] : says[story.because]).toContain(confidence);
      expect(bounds.atLeastMs).toBeLessThanOrEqual(truth + 1000);
      expect(bounds.atMostMs ?? Infinity).toBeGreaterThanOrEqual(truth - 1000);
    }
  });

  test("never calls complete what is off by more than a second", () => {
    for (const [at, { confidence, engagedMs }] of outcome.visits.entries()) {
      const off = Math.abs(engagedMs / 1000 - (story.truth[at] ?? 0));
      expect(confidence === "complete" && off > 1).toBe(false);
    }
  });

  test("has sections that sum to no more than its total", () => {
    for (const { sections, engagedMs } of outcome.visits) {
      const sum = sections.reduce<number>((total, ms) => total + ms, 0);
      expect(sum).toBeLessThanOrEqual(engagedMs + sections.length);
    }
  });
});

test("a visit takes seven beats on average, or fewer, and the docs show every story as it is told", async () => {
  const outcomes = await Promise.all(stories.map((story) => outcomeOf(story, sources)));
  const docs = readFileSync(new URL("../../../docs/reading-time.md", import.meta.url), "utf8");
  expect(docs).toContain(markdown(outcomes));
  const beats = outcomes.reduce((sum, outcome) => sum + outcome.beats, 0);
  const visits = outcomes.reduce((sum, outcome) => sum + outcome.visits.length, 0);
  expect(beats / visits).toBeLessThanOrEqual(7);
});
