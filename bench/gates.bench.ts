/** How many faithful rewordings of segments pass and how many falsified ones do not, on the labelled set. */
import { judgeOption } from "../src/variation/text/index.ts";
import { type GatePair, gatePairs, HALVES } from "../test/support/gate-pairs.ts";
import type { Measurement } from "./measure.ts";

type Fate = "passes" | "marked" | "refused";

export function bench(): Measurement[] {
  return HALVES.flatMap((half) => {
    const pairs = gatePairs(half);
    const faithful = pairs.filter((pair) => pair.falsified === undefined);
    const falsified = pairs.filter((pair) => pair.falsified !== undefined);
    console.log(kinds(half, falsified));
    return [
      rate(`${half}, ${faithful.length} faithful: refused`, faithful, "refused"),
      rate(`${half}, ${faithful.length} faithful: marked`, faithful, "marked"),
      rate(`${half}, ${faithful.length} faithful: not free to pass`, faithful, "passes", 0.1),
      rate(`${half}, ${falsified.length} falsified: refused`, falsified, "refused"),
      rate(`${half}, ${falsified.length} falsified: marked`, falsified, "marked"),
      rate(`${half}, ${falsified.length} falsified: free to pass`, falsified, "passes", 0.2),
    ];
  });
}

function fateOf({ original, option }: GatePair): Fate {
  const { failed, doubts } = judgeOption(original, option);
  if (failed.length > 0) return "refused";
  return doubts.length > 0 ? "marked" : "passes";
}

/** The share of pairs with a fate; of faithful ones that should pass, those that do not. */
function rate(what: string, pairs: readonly GatePair[], fate: Fate, budget?: number): Measurement {
  const found = pairs.filter((pair) => fateOf(pair) === fate).length / pairs.length;
  const value = what.includes("not free") ? 1 - found : found;
  return { what, value, unit: "", ...(budget === undefined ? {} : { budget }) };
}

function kinds(half: string, pairs: readonly GatePair[]): string {
  const names = [...new Set(pairs.map(({ falsified = "" }) => falsified))].toSorted();
  const lines = names.map((name) => {
    const some = pairs.filter(({ falsified }) => falsified === name);
    const seen = some.filter((pair) => fateOf(pair) !== "passes").length;
    return `  ${name.padEnd(10)} ${seen} of ${some.length} refused or marked`;
  });
  return [`${half}, falsified by kind`, ...lines].join("\n");
}
