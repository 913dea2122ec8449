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

type Ranked = {
  /** The strongest first, ties by id. */
  ties: readonly { history: TieHistory; parts: Strength }[];
  usualGap: number;
};

/** All ties of a workspace: middle and rising first, then by strength, ties by id. */
export function relationshipsAt(
  histories: readonly TieHistory[],
  at: number,
  weights: Weights = WEIGHTS,
): Relationship[] {
  const ranked = rank(histories, at, weights);
  const all = ranked.ties.map((_, place) => relationshipAt(ranked, place, at, weights));
  const isWinnable = ({ level, isRising: rises }: Relationship) => level === "middle" && rises;
  return [...all.filter(isWinnable), ...all.filter((tie) => !isWinnable(tie))];
}

/**
 * One tie among all of a workspace; undefined of who has read nothing. Whether a tie rises takes ten times as long to
 * find out as how strong it is, and is found out of this one alone.
 */
export function relationshipOf(
  viewerId: string,
  histories: readonly TieHistory[],
  at: number,
  weights: Weights = WEIGHTS,
): Relationship | undefined {
  const ranked = rank(histories, at, weights);
  const place = ranked.ties.findIndex(({ history }) => history.viewerId === viewerId);
  return place < 0 ? undefined : relationshipAt(ranked, place, at, weights);
}

function rank(histories: readonly TieHistory[], at: number, weights: Weights): Ranked {
  const ties = histories
    .filter(({ reads }) => reads.some((read) => read.at <= at))
    .map((history) => ({ history, parts: strengthAt(history, at, weights) }))
    .sort(
      (a, b) =>
        b.parts.strength - a.parts.strength || (a.history.viewerId < b.history.viewerId ? -1 : 1),
    );
  return { ties, usualGap: middle(ties.flatMap(({ history }) => gapsOf(history, at))) };
}

function relationshipAt(
  { ties, usualGap }: Ranked,
  place: number,
  at: number,
  weights: Weights,
): Relationship {
  const { history, parts } = ties[place] as Ranked["ties"][number];
  const isRanked = ties.length >= FEWEST_RANKED;
  return {
    viewerId: history.viewerId,
    parts,
    evidence: evidenceAt(history, at),
    place: isRanked ? place + 1 : null,
    of: ties.length,
    level: isRanked ? levelOf(place, ties.length) : null,
    isRising: isRising(history, parts, at, weights),
    activity: activityAt(
      history.reads.map((read) => read.at),
      at,
      usualGap,
    ),
  };
}

function levelOf(place: number, count: number): Level {
  if (place < count / 3) return "strong";
  return place < (2 * count) / 3 ? "middle" : "weak";
}

/** Against its own noise: how much it moved from week to week in the two months before. */
function isRising(history: TieHistory, now: Strength, at: number, weights: Weights): boolean {
  const before = Array.from(
    { length: weeksOfNoise + 1 },
    (_, week) => strengthAt(history, at - fortnight - week * 7 * DAY_MS, weights).strength,
  );
  const [then = 0, ...earlier] = before;
  const moves = earlier.map((strength, week) => Math.abs((before[week] ?? 0) - strength));
  return now.strength - then > Math.max(leastRise, middle(moves));
}

function gapsOf({ reads }: TieHistory, at: number): number[] {
  const seen = reads.flatMap((read) => (read.at <= at ? [read.at] : [])).sort((a, b) => a - b);
  return seen.slice(1).map((read, index) => read - (seen[index] as number));
}
