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

/** What a tie is made of, in numbers that a person can check. */
export type TieEvidence = {
  /** The last read; null of who has read nothing. */
  readonly lastReadAt: number | null;
  /** Reads in the last 30 days, and contents that came out then. */
  readonly lately: number;
  readonly offered: number;
  /** Median completion of all reads. */
  readonly completion: number;
  readonly answers: number;
};

export const WEIGHTS: Weights = { recency: 0.3, frequency: 0.25, depth: 0.25, reciprocity: 0.2 };
const recencyHalfLife = 14;
const frequencyDays = 30;

/** What somebody did up to an instant; what came later does not count. */
export function evidenceAt(
  { reads, offered, answers }: Omit<TieHistory, "viewerId">,
  at: number,
): TieEvidence {
  const seen = reads.filter((read) => read.at <= at);
  const isRecent = (then: number) => then <= at && at - then <= frequencyDays * DAY_MS;
  return {
    lastReadAt: seen.length > 0 ? Math.max(...seen.map((read) => read.at)) : null,
    lately: seen.filter((read) => isRecent(read.at)).length,
    offered: offered.filter(isRecent).length,
    completion: middle(seen.map((read) => read.completion)),
    answers: answers.filter((then) => then <= at).length,
  };
}

/**
 * The tie at an instant.
 *
 * - recency halves every 14 days since the last read;
 * - frequency is the logarithm of reads in 30 days against that of what was offered then;
 * - depth is the median completion of all reads;
 * - reciprocity is half with one answer, three quarters with two, and so on.
 */
export function strengthAt(
  history: Omit<TieHistory, "viewerId">,
  at: number,
  weights: Weights = WEIGHTS,
): Strength {
  const { lastReadAt, lately, offered, completion, answers } = evidenceAt(history, at);
  const chances = Math.log1p(Math.max(1, offered));
  const parts = {
    recency: lastReadAt === null ? 0 : 2 ** (-(at - lastReadAt) / (recencyHalfLife * DAY_MS)),
    frequency: Math.min(1, Math.log1p(lately) / chances),
    depth: completion,
    reciprocity: 1 - 2 ** -answers,
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
