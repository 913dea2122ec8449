/** What insight recovers of a campaign whose truth is known, played through the real ingest. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "../scripts/tool.ts";
import type { Bench } from "./measure.ts";

type Recovery = { found: number; planted: number; right: number };
type Outcome = {
  tags: Recovery;
  parents: Recovery;
  trusted: Recovery & { judged: number };
  briefing: Recovery;
  visits: number;
  nodes: number;
  depth: number;
  erased: number;
  traces: number;
  seconds: number;
};

/** As large as the campaign that the design names. */
const size = { senders: 200, viewers: 20_000, seed: 7 };

/** Of what was found the share that is wrong, and of what was planted the share that was missed. */
function recovered(
  what: string,
  { found, planted, right }: Recovery,
  most: { wrong: number; missed?: number },
) {
  const { wrong, missed } = most;
  return [
    { what: `${what}: found`, value: found, unit: `of ${planted} planted` },
    { what: `${what}: wrong of those found`, value: 1 - right / found, unit: "", budget: wrong },
    {
      what: `${what}: missed of those planted`,
      value: 1 - right / planted,
      unit: "",
      ...(missed === undefined ? {} : { budget: missed }),
    },
  ];
}

/** In a process of its own: what runs in a Worker and what runs in Node.js have each their types. */
export const bench: Bench = async () => {
  const script = `${root}bench/campaign/run.ts`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, String(size.senders), String(size.viewers), String(size.seed)],
    { maxBuffer: 1_000_000 },
  );
  const outcome = JSON.parse(stdout) as Outcome;
  const { tags, parents, trusted, briefing } = outcome;
  return [
    {
      what: "visits, machines and the senders' own looks among them",
      value: outcome.visits,
      unit: "",
    },
    { what: "places in trees", value: outcome.nodes, unit: "" },
    { what: "deepest re-share", value: outcome.depth, unit: "steps" },
    ...recovered("tags", tags, { wrong: 0.05, missed: 0.05 }),
    ...recovered("parents", parents, { wrong: 0.05, missed: 0.05 }),
    { what: "senders with readers enough to be judged", value: trusted.judged, unit: "" },
    ...recovered("trusted nodes", trusted, { wrong: 0.1 }),
    ...recovered("lines of the last morning", briefing, { wrong: 0.05, missed: 0.05 }),
    { what: "people erased half-way", value: outcome.erased, unit: "" },
    { what: "rows that lead to who was erased", value: outcome.traces, unit: "", budget: 0 },
    { what: "played in", value: outcome.seconds, unit: "s" },
  ];
};
