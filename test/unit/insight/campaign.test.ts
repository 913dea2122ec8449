/** A small campaign through the real ingest: counts, since so few people make rates of chance. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";

type Recovery = { found: number; planted: number; right: number };
let outcome: {
  tags: Recovery;
  parents: Recovery;
  trusted: Recovery & { verdict: string };
  briefing: Recovery;
  erased: number;
  traces: number;
};

beforeAll(async () => {
  const script = join(import.meta.dirname, "../../../bench/campaign/run.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, "20", "800", "7"]);
  outcome = JSON.parse(stdout);
}, 300_000);

test("every reader hangs from whom they came first through, in spite of doubles, disorder and machines", () => {
  expect(outcome.parents).toEqual({ found: 1616, planted: 1616, right: 1616 });
});

test("interests are found, and few that nobody planted", () => {
  expect(outcome.tags).toEqual({ found: 268, planted: 265, right: 257 });
});

test("both trusted senders of twenty are named, and nobody else", () => {
  expect(outcome.trusted).toMatchObject({ found: 2, planted: 2, right: 2, verdict: "named" });
});

test("the last morning's lists hold those who came back, and nobody else", () => {
  expect(outcome.briefing).toEqual({ found: 12, planted: 12, right: 12 });
});

test("nothing leads to whoever was erased", () => {
  expect(outcome.erased).toBeGreaterThan(5);
  expect(outcome.traces).toBe(0);
});
