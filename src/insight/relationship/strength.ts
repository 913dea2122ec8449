/** How strong the tie to a viewer is, from what they did, with every part shown. */
import { DAY_MS } from "../local-time.ts";

/** What is known of a viewer and a sender. Times in ms since the epoch, in any order. */
export type TieHistory = {
  readonly viewerId: string;
  readonly reads: readonly { readonly at: number; readonly completion: number }[];
  /** When contents were there for them to read. */
  readonly offered: readonly number[];
  /** Answers, goals, a name given: what came back. */
  readonly answers: readonly number[];
};

export type Weights = {
  readonly recency: number;
  readonly frequency: number;
  readonly depth: number;
  readonly reciprocity: number;
};

/** A tie's parts and their weighted mean, all 0..1. */
export type Strength = Weights & { readonly strength: number };

export const WEIGHTS: Weights = { recency: 0.3, frequency: 0.25, depth: 0.25, reciprocity: 0.2 };
const recencyHalfLife = 14;
const frequencyDays = 30;

/**
 * The tie at an instant; what came later does not count.
 *
 * - recency halves every 14 days since the last read;
 * - frequency is the logarithm of reads in 30 days against that of what was offered then;
 * - depth is the median completion of all reads;
 * - reciprocity is half with one answer, three quarters with two, and so on.
 */
export function strengthAt(
  { reads, offered, answers }: Omit<TieHistory, "viewerId">,
  at: number,
  weights: Weights = WEIGHTS,
): Strength {
  const seen = reads.filter((read) => read.at <= at);
  const last = Math.max(...seen.map((read) => read.at));
  const isRecent = (then: number) => then <= at && at - then <= frequencyDays * DAY_MS;
  const often = Math.log1p(seen.filter((read) => isRecent(read.at)).length);
  const chances = Math.log1p(offered.filter(isRecent).length);
  const parts = {
    recency: seen.length > 0 ? 2 ** (-(at - last) / (recencyHalfLife * DAY_MS)) : 0,
    frequency: often === 0 ? 0 : Math.min(1, often / Math.max(chances, Math.log1p(1))),
    depth: middle(seen.map((read) => read.completion)),
    reciprocity: 1 - 2 ** -answers.filter((then) => then <= at).length,
  };
  const names = ["recency", "frequency", "depth", "reciprocity"] as const;
  const whole = names.reduce((sum, name) => sum + weights[name], 0);
  const strength = names.reduce((sum, name) => sum + weights[name] * parts[name], 0);
  return { ...parts, strength: whole > 0 ? strength / whole : 0 };
}

/** The middle value; of an even number the mean of the two in the middle; 0 of none. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? 0)) / 2;
}
