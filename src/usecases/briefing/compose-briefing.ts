/** A sender's list as of a moment: who might be on it, and what the core makes of them. */
import type { SenderId } from "../../domain/ids.ts";
import { day, earlier, type Instant, times } from "../../domain/units.ts";
import type { Purpose } from "../../domain/vocabulary.ts";
import { type Briefing, briefingOf, type Candidate } from "../../insight/briefing/briefing.ts";
import { reasonsFor, topicOf } from "../../insight/briefing/find-reasons.ts";
import type { PastLine } from "../../insight/briefing/precision.ts";
import type { ReasonKind } from "../../insight/briefing/reason.ts";
import type { Relationship } from "../../insight/relationship/rank.ts";
import { readPastLines, readStandings } from "../../storage/briefings.ts";
import { readContentFacts } from "../../storage/histories.ts";
import { recentViewers } from "../../storage/recent-viewers.ts";
import type { Scoped } from "../kernel/context.ts";
import { type History, readHistories } from "../readers/history.ts";
import { readRelationships } from "../relationships/relationships.ts";

/** What one morning's lists have in common: made once for all senders of a workspace. */
export type Morning = {
  at: Instant;
  ties: ReadonlyMap<string, Relationship>;
  past: readonly PastLine[];
};

/** A list, and all who had a reason, those left out among them. */
export type Composed = Briefing & { candidates: ReadonlyMap<string, Candidate> };

const lookBack = times(14, day);
const historyOf = times(90, day);
const recordOf = times(180, day);
const mostViewers = 1000;

/**
 * @param team whose lead looks: what they see is by their team's record, and no third of the workspace; null: who sees all
 */
export async function readMorning(
  ctx: Scoped,
  at: Instant,
  team: string | null = null,
): Promise<Morning> {
  const [{ ties }, past] = await Promise.all([readRelationships(ctx, at), readPast(ctx, at, team)]);
  const seen = team === null ? ties : ties.map((tie) => ({ ...tie, level: null }));
  return { at, ties: new Map(seen.map((tie) => [tie.viewerId, tie])), past };
}

/** The lines by which a workspace's reasons are judged, or one team's. */
export async function readPast(
  { scope }: Scoped,
  at: Instant,
  team: string | null = null,
): Promise<PastLine[]> {
  const rows = await readPastLines(scope, earlier(at, recordOf), at, team);
  return rows.map(({ kinds, wasShown, hadOutcome }) => ({
    reasons: kinds as ReasonKind[],
    wasShown,
    hadOutcome,
  }));
}

/** Chooses from those who read something through the sender in the last fortnight; what others shared is no evidence. */
export async function composeBriefing(
  { scope }: Scoped,
  senderId: SenderId,
  { at, ties, past }: Morning,
): Promise<Composed> {
  const viewerIds = await recentViewers(scope, earlier(at, lookBack), mostViewers, senderId);
  const [histories, standings] = await Promise.all([
    readHistories(scope, viewerIds, earlier(at, historyOf)),
    readStandings(scope, senderId),
  ]);
  const standingOf = new Map(standings.map((standing) => [standing.viewerId, standing]));
  const found = viewerIds.flatMap((viewerId): (Candidate & { contentId: string })[] => {
    const history = throughSender(histories.get(viewerId), senderId);
    const tie = ties.get(viewerId);
    const reasons = reasonsFor(history, tie?.isRising ?? false, at);
    const [newest] = reasons.toSorted((a, b) => b.at - a.at);
    if (!newest) return [];
    const standing = standingOf.get(viewerId);
    return [
      {
        viewerId,
        reasons,
        topic: topicOf(history, at),
        purpose: "inform",
        isRisingMiddle: tie?.level === "middle" && tie.isRising,
        contactedAt: standing?.contactedAt ?? null,
        snoozedUntil: standing?.snoozedUntil ?? null,
        contentId: newest.contentId,
      },
    ];
  });
  const contents = await readContentFacts(scope, [
    ...new Set(found.map(({ contentId }) => contentId)),
  ]);
  const purposes = new Map(
    contents.map(({ id, purpose }): [string, string | null] => [id, purpose]),
  );
  const candidates = found.map(({ contentId, ...candidate }): Candidate => {
    const purpose = purposes.get(contentId) as Purpose | null | undefined;
    return purpose ? { ...candidate, purpose } : candidate;
  });
  return {
    ...briefingOf(candidates, past, at),
    candidates: new Map(candidates.map((candidate) => [candidate.viewerId, candidate])),
  };
}

function throughSender(history: History | undefined, senderId: SenderId) {
  if (!history) return [];
  const others = new Set(
    [...history.reads.map(({ row }) => row), ...history.through].flatMap((one) =>
      one.senderId === senderId ? [] : [one.id as string],
    ),
  );
  return history.moments.filter(({ id }) => !others.has(id));
}
