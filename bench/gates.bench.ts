/** How many faithful rewordings the gates let pass and how many falsified ones they stop, on the labelled set. */
import { failedGates } from "../src/variation/text/index.ts";
import { type GatePair, gatePairs, HALVES } from "../test/support/gate-pairs.ts";
import type { Measurement } from "./measure.ts";

export function bench(): Measurement[] {
  return HALVES.flatMap((half) => {
    const pairs = gatePairs(half);
    const faithful = pairs.filter((pair) => pair.falsified === undefined);
    const falsified = pairs.filter((pair) => pair.falsified !== undefined);
    console.log(kinds(half, falsified));
    return [
      rate(`${half}: faithful ones refused, of ${faithful.length}`, faithful, passes, 0.1),
      rate(`${half}: falsified ones that pass, of ${falsified.length}`, falsified, stops, 0.2),
    ];
  });
}

function passes({ original, option }: GatePair): boolean {
  return failedGates(original, option, { rewritten: true }).length === 0;
}

function stops(pair: GatePair): boolean {
  return !passes(pair);
}

/** The share of pairs that are not judged as they should be; `budget` is the most that it may be. */
function rate(
  what: string,
  pairs: readonly GatePair[],
  isRight: (pair: GatePair) => boolean,
  budget: number,
): Measurement {
  const wrong = pairs.filter((pair) => !isRight(pair)).length;
  return { what, value: wrong / pairs.length, unit: "", budget };
}

function kinds(half: string, pairs: readonly GatePair[]): string {
  const names = [...new Set(pairs.map(({ falsified = "" }) => falsified))].toSorted();
  const lines = names.map((name) => {
    const some = pairs.filter(({ falsified }) => falsified === name);
    return `  ${name.padEnd(10)} ${some.filter(stops).length} of ${some.length} stopped`;
  });
  return [`${half}, falsified by kind`, ...lines].join("\n");
}
