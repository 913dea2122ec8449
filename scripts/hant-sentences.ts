/**
 * What the console needs to say the sentences of answers in traditional Chinese. They are put together when they are
 * asked for, so their words cannot be made by the build; what each character becomes in just these words can.
 */
import { glob, readFile } from "node:fs/promises";
import { BUILT_IN_GROUPS } from "../src/insight/tags/built-in.ts";
import { toTaiwan } from "./to-taiwan.ts";

const root = new URL("../", import.meta.url);
const rooms = ["src/insight/**/*.ts", "src/tracking/**/*.ts", "src/usecases/**/*.ts"];

/** Runs of Chinese in the sentences' sources that traditional Chinese writes otherwise, each once. */
export async function saidRuns(): Promise<string[]> {
  const runs = new Set<string>();
  for await (const path of glob(rooms, { cwd: root.pathname })) {
    const source = await readFile(new URL(path, root), "utf8");
    for (const [run] of source.matchAll(/\p{Script=Han}+/gu))
      if (toTaiwan(run) !== run) runs.add(run);
  }
  return [...runs].sort();
}

/** Pairs of characters in one text, the runs that they would get wrong, and the names of groups that rules put into quotation marks. */
export async function hantSentences(): Promise<{
  characters: string;
  runs: readonly (readonly [string, string])[];
  groups: readonly string[];
}> {
  const pairs = (await saidRuns()).map((run): [string, string] => [run, toTaiwan(run)]);
  const becomes = new Map(
    pairs.flatMap(([hans]) => [...hans].map((each): [string, string] => [each, toTaiwan(each)])),
  );
  // The longest come first, as the console looks for them; what shorter ones make right needs no line.
  const runs: [string, string][] = [];
  const said = (text: string) => {
    const known = new Map([...becomes, ...runs]);
    const parts = new RegExp([...runs.map(([from]) => from), "."].join("|"), "gu");
    return text.replace(parts, (part) => known.get(part) ?? part);
  };
  const byLength = pairs.toSorted(([a], [b]) => a.length - b.length);
  for (const [hans, hant] of byLength) {
    if (said(hans) !== hant) runs.unshift([hans, hant]);
  }
  const characters = [...becomes]
    .filter(([from, to]) => from !== to)
    .flat()
    .join("");
  return { characters, runs, groups: Object.values(BUILT_IN_GROUPS).map(({ zh }) => zh) };
}
