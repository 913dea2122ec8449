/** How many faithful rewordings of segments pass and how many falsified ones do not, on the labelled set. */
import { judgeOption } from "../src/variation/text/index.ts";
import { type GatePair, gatePairs, HALVES, PARTS } from "../test/support/gate-pairs.ts";
import type { Measurement } from "./measure.ts";

type Fate = "passes" | "marked" | "refused";

export function bench(): Measurement[] {
  return PARTS.flatMap((part) => {
    const pairs = gatePairs(part);
    const faithful = pairs.filter((pair) => pair.falsified === undefined);
    const falsified = pairs.filter((pair) => pair.falsified !== undefined);
    console.log(kinds(part, falsified));
    return [
      rate(`${part}, ${faithful.length} faithful: refused`, faithful, "refused", 0.1),
      rate(`${part}, ${faithful.length} faithful: marked`, faithful, "marked"),
      rate(
        `${part}, ${faithful.length} faithful: not free to pass`,
        faithful,
        "passes",
        // What strangers say with one other word is marked unless the lists know that word.
        HALVES.some((half) => half === part) ? 0.1 : undefined,
      ),
      rate(`${part}, ${falsified.length} falsified: refused`, falsified, "refused"),
      rate(`${part}, ${falsified.length} falsified: marked`, falsified, "marked"),
      rate(`${part}, ${falsified.length} falsified: free to pass`, falsified, "passes", 0.2),
    ];
  });
}

function fateOf({ original, option, within }: GatePair): Fate {
  const { failed, doubts } = judgeOption(original, option, { within });
  if (failed.length > 0) return "refused";
  return doubts.length > 0 ? "marked" : "passes";
}

/** The share of pairs with a fate; of faithful ones that should pass, those that do not. */
function rate(what: string, pairs: readonly GatePair[], fate: Fate, budget?: number): Measurement {
  const found = pairs.filter((pair) => fateOf(pair) === fate).length / pairs.length;
  const value = what.includes("not free") ? 1 - found : found;
  return { what, value, unit: "", ...(budget === undefined ? {} : { budget }) };
}

function kinds(part: string, pairs: readonly GatePair[]): string {
  const names = [...new Set(pairs.map(({ falsified = "" }) => falsified))].toSorted();
  const lines = names.map((name) => {
    const some = pairs.filter(({ falsified }) => falsified === name);
    const seen = some.filter((pair) => fateOf(pair) !== "passes").length;
    return `  ${name.padEnd(10)} ${seen} of ${some.length} refused or marked`;
  });
  return [`${part}, falsified by kind`, ...lines].join("\n");
}
