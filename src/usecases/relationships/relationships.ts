/** How strong the ties of a workspace's viewers are, by what they did lately. */
import type { ViewerId } from "../../domain/ids.ts";
import { day, earlier, type Instant, times } from "../../domain/units.ts";
import {
  type Relationship,
  relationshipOf,
  relationshipsAt,
} from "../../insight/relationship/rank.ts";
import type { TieHistory } from "../../insight/relationship/strength.ts";
import { readAnswers } from "../../storage/briefings.ts";
import { offeredSince, recentViewers } from "../../storage/recent-viewers.ts";
import type { Scoped } from "../kernel/context.ts";
import { type History, readHistories } from "../readers/history.ts";

/** Who has not read anything for so long is lost, and no part of the thirds. */
const lookBack = times(120, day);
/** Reads so old do not move the tie of somebody who still reads. */
const historyOf = times(180, day);
const mostViewers = 3000;
/** Few slices, since each asks several queries and a call may ask fifty. */
const atOnce = 1000;

/** All ties of those who read something in the last months, the most winnable first. */
export async function readRelationships(
  ctx: Scoped,
  at: Instant,
): Promise<{ ties: Relationship[]; histories: Map<ViewerId, History>; isComplete: boolean }> {
  const { recent, isComplete } = await readRecent(ctx, at);
  const { ties, histories } = await readTies(ctx, at, recent);
  return { ties: relationshipsAt(ties, at), histories, isComplete };
}

/** The tie to one viewer among all of these, also where others are many and newer; undefined of who read nothing. */
export async function readRelationship(
  ctx: Scoped,
  at: Instant,
  id: ViewerId,
): Promise<Relationship | undefined> {
  const { recent, isComplete } = await readRecent(ctx, at);
  const isLeftOut = !isComplete && !recent.includes(id);
  const { ties } = await readTies(ctx, at, isLeftOut ? [...recent, id] : recent);
  return relationshipOf(id, ties, at);
}

async function readRecent({ scope }: Scoped, at: Instant) {
  const recent = await recentViewers(scope, earlier(at, lookBack), mostViewers);
  return { recent, isComplete: recent.length < mostViewers };
}

async function readTies(
  { scope }: Scoped,
  at: Instant,
  viewerIds: readonly ViewerId[],
): Promise<{ ties: TieHistory[]; histories: Map<ViewerId, History> }> {
  const since = earlier(at, historyOf);
  const histories = new Map<ViewerId, History>();
  for (let from = 0; from < viewerIds.length; from += atOnce) {
    const some = await readHistories(scope, viewerIds.slice(from, from + atOnce), since);
    for (const [id, history] of some) histories.set(id, history);
  }
  const [offered, answers] = await Promise.all([
    offeredSince(scope, since),
    readAnswers(scope, since),
  ]);
  const answersOf = Map.groupBy(answers, ({ viewerId }) => viewerId);
  const ties = [...histories].map(([viewerId, { reads }]) => ({
    viewerId: viewerId as string,
    reads: reads.map(({ row, moment }) => ({ at: row.at, completion: moment.completion })),
    offered,
    answers: [
      ...reads.flatMap(({ row }) => (row.hasGoal ? [row.at] : [])),
      ...(answersOf.get(viewerId) ?? []).map((answer) => answer.at),
    ],
  }));
  return { ties, histories };
}
