/** Whom it is worth to turn to: the middle ones with rising interest are the most winnable. */
import { DAY_MS } from "../local-time.ts";
import { type Activity, activityAt } from "./activity.ts";
import {
  evidenceAt,
  middle,
  type Strength,
  strengthAt,
  type TieEvidence,
  type TieHistory,
  WEIGHTS,
  type Weights,
} from "./strength.ts";

export type Level = "strong" | "middle" | "weak";

export type Relationship = {
  readonly viewerId: string;
  readonly parts: Strength;
  readonly evidence: TieEvidence;
  /** From 1, the strongest first; null among fewer than `FEWEST_RANKED`, as the level is. */
  readonly place: number | null;
  readonly of: number;
  /** By thirds of the workspace, not by fixed numbers. */
  readonly level: Level | null;
  /** Stronger than a fortnight ago, by more than it usually moves. */
  readonly isRising: boolean;
  readonly activity: Activity;
};

/** Three in each third: to come before one other says nothing of a tie. */
export const FEWEST_RANKED = 9;

const fortnight = 14 * DAY_MS;
const weeksOfNoise = 8;
/** Less is never called a rise. */
const leastRise = 0.05;

/** All ties of a workspace: middle and rising first, then by strength, ties by id. */
export function relationshipsAt(
  histories: readonly TieHistory[],
  at: number,
  weights: Weights = WEIGHTS,
): Relationship[] {
  const ties = histories
    .filter(({ reads }) => reads.some((read) => read.at <= at))
    .map((history) => ({ history, parts: strengthAt(history, at, weights) }))
    .sort(
      (a, b) =>
        b.parts.strength - a.parts.strength || (a.history.viewerId < b.history.viewerId ? -1 : 1),
    );
  const usualGap = middle(ties.flatMap(({ history }) => gapsOf(history, at)));
  const isRanked = ties.length >= FEWEST_RANKED;
  const all = ties.map(
    ({ history, parts }, place): Relationship => ({
      viewerId: history.viewerId,
      parts,
      evidence: evidenceAt(history, at),
      place: isRanked ? place + 1 : null,
      of: ties.length,
      level: isRanked ? levelOf(place, ties.length) : null,
      isRising: isRising(history, at, weights),
      activity: activityAt(
        history.reads.map((read) => read.at),
        at,
        usualGap,
      ),
    }),
  );
  const isWinnable = ({ level, isRising: rises }: Relationship) => level === "middle" && rises;
  return [...all.filter(isWinnable), ...all.filter((tie) => !isWinnable(tie))];
}

function levelOf(place: number, count: number): Level {
  if (place < count / 3) return "strong";
  return place < (2 * count) / 3 ? "middle" : "weak";
}

/** Against its own noise: how much it moved from week to week in the two months before. */
function isRising(history: TieHistory, at: number, weights: Weights): boolean {
  const strength = (weeksAgo: number) =>
    strengthAt(history, at - weeksAgo * 7 * DAY_MS, weights).strength;
  const moves = Array.from({ length: weeksOfNoise }, (_, week) =>
    Math.abs(strength(week + 2) - strength(week + 3)),
  );
  const rise = strength(0) - strengthAt(history, at - fortnight, weights).strength;
  return rise > Math.max(leastRise, middle(moves));
}

function gapsOf({ reads }: TieHistory, at: number): number[] {
  const seen = reads.flatMap((read) => (read.at <= at ? [read.at] : [])).sort((a, b) => a - b);
  return seen.slice(1).map((read, index) => read - (seen[index] as number));
}
