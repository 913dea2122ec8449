import type { Sums } from "../../domain/rollup.ts";
import { cellsOf } from "../../insight/rollups.ts";

/** Reads, their time and how many of them are unnamed, by the names of a kind of cell, the most read first. */
export function partsOf(sums: Sums, kind: string) {
  return cellsOf(sums, kind)
    .map(([name, [reads = 0, engagedMs = 0, unnamed = 0]]) => ({ name, reads, engagedMs, unnamed }))
    .sort((a, b) => b.reads - a.reads || (a.name < b.name ? -1 : 1));
}
