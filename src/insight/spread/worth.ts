/** What a person's sharing was worth: what would be missing without them, in bounds and without a model. */
import { percent, type Words } from "../words.ts";
import { immediateDominators } from "./dominators.ts";
import type { Touch } from "./node.ts";
import type { SpreadTree } from "./tree.ts";

export type Worth = {
  /** Readers who came first through them, at any distance. */
  readonly atMost: number;
  /** Readers whom no way reached but through them: they had no other touch around. */
  readonly atLeast: number;
  /** All readers of the tree. */
  readonly of: number;
};

/**
 * The worth of every node of a tree.
 *
 * @param touches all of the tree's, later ones too: somebody who was reached by two people would have
 *   come without either
 * @param reads by node; without it each reader counts as one
 * @returns by node; a node's own reads are not its worth
 */
export function worthOf(
  { keys, parents }: SpreadTree,
  touches: readonly Touch[],
  reads: ArrayLike<number> = Int32Array.from(parents, (parent) => (parent === -1 ? 0 : 1)),
): Worth[] {
  const places = new Map(keys.map((key, node) => [key, node]));
  // Every edge of the tree is among the touches but where a touch was not believed.
  const from = Array.from(parents.subarray(1));
  const to = from.map((_, at) => at + 1);
  for (const { reader, parent } of touches) {
    const node = places.get(reader);
    if (node === undefined || parent === reader) continue;
    from.push(parent === null ? 0 : (places.get(parent) ?? 0));
    to.push(node);
  }
  const edges = { from: Int32Array.from(from), to: Int32Array.from(to) };
  const idom = immediateDominators(keys.length, edges);
  const below = belowOf(parents, reads);
  const dominated = dominatedBy(idom, reads);
  const of = below[0] as number;
  return keys.map((_, node) => ({
    atMost: below[node] as number,
    atLeast: dominated[node] as number,
    of,
  }));
}

/** "Without them at most 41 of these 60 readers (68 %) would not have come, at least 28." Each reader is one, however often they read. */
export function worthWords({ atMost, atLeast, of }: Worth): Words {
  if (atMost === 0) {
    return {
      zh: "没有人经由 TA 而来：没有 TA，一位读者也不会少。",
      en: "Nobody came through them: without them no reader would be missing.",
    };
  }
  const share = percent(atMost / of);
  if (atMost === atLeast) {
    return {
      zh: `没有 TA，这 ${of} 位读者里有 ${atMost} 位（${share}）不会来。`,
      en: `Without them ${atMost} of these ${of} readers (${share}) would not have come.`,
    };
  }
  return {
    zh: `没有 TA，这 ${of} 位读者里最多有 ${atMost} 位（${share}）、至少有 ${atLeast} 位不会来。`,
    en: `Without them at most ${atMost} of these ${of} readers (${share}) would not have come, at least ${atLeast}.`,
  };
}

/** Sums below each node, without the node itself. */
function belowOf(parents: Int32Array, values: ArrayLike<number>): Float64Array {
  const below = new Float64Array(parents.length);
  for (let node = parents.length - 1; node > 0; node--) {
    const parent = parents[node] as number;
    below[parent] = (below[parent] as number) + (below[node] as number) + (values[node] ?? 0);
  }
  return below;
}

/** The same in the tree of dominators, whose nodes come in no order: leaves first, as they become free. */
function dominatedBy(idom: Int32Array, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(idom.length);
  const left = new Int32Array(idom.length);
  for (const above of idom) if (above >= 0) left[above] = (left[above] as number) + 1;
  const free = Array.from(left.keys()).filter((node) => left[node] === 0);
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    const above = idom[node] as number;
    if (above < 0) continue;
    sums[above] = (sums[above] as number) + (sums[node] as number) + (values[node] ?? 0);
    left[above] = (left[above] as number) - 1;
    if (left[above] === 0) free.push(above);
  }
  return sums;
}
