import { type Gate, type GateRules, gatesOf } from "./gates.ts";

/** Words of a draft replaced by others, by their offsets in the draft. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The gates that changes of one draft do not pass. */
export type NearbyGates = (changes: readonly Change[]) => readonly Gate[];

/** A draft up to this long, in UTF-16 units, is read whole. */
const WHOLE = 300;
/** A longer one is cut at the ends of sentences into stretches of about these lengths. */
const STRETCH = 32;
const LONGEST_STRETCH = 60;
const SENTENCE_END = /[。！？!?\n]/g;

/**
 * The gates that changes of a draft do not pass, judged by the words around them: those changed, and at least
 * a stretch on either side. What lies further off is the same in draft and variant, byte for byte, so that
 * nothing there can fail; its length and its pronouns count all the same. Changes come in order and lie
 * together. What is read of the draft is kept, so that many options for one place cost little.
 */
export function nearbyGates(draft: string, rules: GateRules = {}): NearbyGates {
  const edges = edgesOf(draft);
  const readers = new Map<string, ReturnType<typeof gatesOf>>();
  const judged = new Map<string, readonly Gate[]>();
  const mixes = pronounsOf(draft);
  const judge = (changes: readonly Change[]): readonly Gate[] => {
    const [from, to] = around(edges, changes);
    const near = draft.slice(from, to);
    const reader = `${from} ${to}`;
    const gates = readers.get(reader) ?? gatesOf(near, { within: draft, ...rules });
    readers.set(reader, gates);
    const variant = changed(draft, from, to, changes);
    const failed = gates(variant);
    if (near === draft) return failed;
    const others = failed.filter((gate) => gate !== "pronoun");
    return mixes(near, variant) ? [...others, "pronoun"] : others;
  };
  return (changes) => {
    const key = changes.map(({ start, text }) => `${start} ${text}`).join("\n");
    const failed = judged.get(key) ?? judge(changes);
    judged.set(key, failed);
    return failed;
  };
}

/** Where stretches begin and end: the two ends of the draft and places between. */
function edgesOf(draft: string): number[] {
  const edges = [0];
  if (draft.length > WHOLE) {
    const ends = [...draft.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
    let next = 0;
    for (let at = 0; draft.length - at > LONGEST_STRETCH; edges.push(at)) {
      while ((ends[next] ?? Number.POSITIVE_INFINITY) < at + STRETCH) next++;
      at = Math.min(ends[next] ?? Number.POSITIVE_INFINITY, at + LONGEST_STRETCH);
    }
  }
  edges.push(draft.length);
  return edges;
}

/** The stretches that changes lie in, and one on either side. */
function around(edges: readonly number[], changes: readonly Change[]): [number, number] {
  const start = changes[0]?.start ?? 0;
  const end = changes.at(-1)?.end ?? 0;
  const first = stretchOf(edges, start);
  const last = stretchOf(edges, Math.max(start, end - 1));
  return [edges[Math.max(0, first - 1)] ?? 0, edges[Math.min(edges.length - 1, last + 2)] ?? 0];
}

/** The stretch that an offset lies in, by halving. */
function stretchOf(edges: readonly number[], offset: number): number {
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function changed(draft: string, from: number, to: number, changes: readonly Change[]): string {
  let out = "";
  let at = from;
  for (const { start, end, text } of changes) {
    out += draft.slice(at, start) + text;
    at = end;
  }
  return out + draft.slice(at, to);
}

const PRONOUNS = ["您", "你"] as const;

/** Whether the whole draft would mix 你 and 您 with `variant` in place of `near`, and does not now. */
function pronounsOf(draft: string): (near: string, variant: string) => boolean {
  const counts = PRONOUNS.map((pronoun) => draft.split(pronoun).length);
  const has = (i: number, near: string, variant: string) => {
    const pronoun = PRONOUNS[i] ?? "";
    const now = (counts[i] ?? 1) - near.split(pronoun).length + variant.split(pronoun).length;
    return now > 1;
  };
  const mixed = counts.every((count) => count > 1);
  return (near, variant) => !mixed && has(0, near, variant) && has(1, near, variant);
}
