import { type ContentId, knownId, type SenderId, type ViewerId } from "../../domain/ids.ts";
import { day, earlier, times } from "../../domain/units.ts";
import { latestLineOf } from "../../storage/briefings.ts";
import { readTitles } from "../../storage/content-names.ts";
import { findSenders, findSendersEver } from "../../storage/senders.ts";
import { lineOf, viewLines } from "../briefing/briefing-view.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";
import { getViewer } from "../viewers/get-viewer.ts";
import { titleOf } from "./show-readers.ts";

/** A line of a list speaks of what is to be done for so long. */
const lineHolds = times(7, day);

type Answer = Extract<
  Awaited<ReturnType<typeof getViewer>>["timeline"][number],
  { kind: "consent" }
>;

type ShownVisit = Extract<
  Awaited<ReturnType<typeof getViewer>>["timeline"][number],
  { kind: "visit" }
>["visit"];

/** What a reader did or answered. */
export type TimelineEntry =
  | Answer
  | {
      kind: "visit";
      at: string;
      id: string;
      contentId: ContentId | null;
      title: string | null;
      sender: string;
      channel: string;
      engagedMs: number;
      completion: number;
      longest: string | null;
      /** Why it is in no figure; null of what may be. */
      uncounted: Uncounted | null;
    };

/** Why a visit that lasted long enough to be a read is none. */
export type Uncounted = "bot" | "own" | "doubtful";

export type ViewerScreen = Awaited<ReturnType<typeof showViewer>>;

/**
 * One reader as the console shows them. Who looks is kept in the audit. Throws `not-found`, for a lead also where the
 * reader never came through their team.
 */
export async function showViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "read", "own-team");
  const { scope, workspace } = caller;
  const team = ownTeam(caller);
  const viewer = await getViewer(caller, id);
  const visits = viewer.timeline.flatMap((entry) => (entry.kind === "visit" ? [entry.visit] : []));
  const [senders, titles, row] = await Promise.all([
    findSendersEver(
      scope,
      visits.map(({ senderId }) => senderId),
    ),
    readTitles(
      scope,
      visits.flatMap(({ contentId }) => contentId ?? []),
      "all",
    ),
    latestLineOf(scope, viewer.id, earlier(caller.now(), lineHolds)),
  ]);
  const senderOf = new Map(senders.map((sender) => [sender.id, sender]));
  const isOwnLine =
    row !== null && (team === null || (await teamOf(caller, row.senderId)) === team);
  const [line] = isOwnLine
    ? await viewLines(caller, {
        date: row.date,
        madeAt: row.madeAt,
        lines: [lineOf(row)],
        hidden: [],
      })
    : [];
  return {
    viewer,
    timezone: workspace.timezone,
    now: rfc3339(caller.now()),
    tags: viewer.tags,
    next: line ?? null,
    timeline: viewer.timeline.flatMap((entry): TimelineEntry[] => {
      if (entry.kind === "consent") return [entry];
      const { visit } = entry;
      const longest = visit.sections.reduce<{ heading: string; ms: number } | null>(
        (most, part) => (part.ms > (most?.ms ?? 0) ? part : most),
        null,
      );
      return [
        {
          kind: "visit",
          at: entry.at,
          id: visit.id,
          contentId: visit.contentId,
          title: titleOf(visit, titles),
          sender: senderOf.get(visit.senderId)?.name ?? "",
          channel: visit.channel,
          engagedMs: visit.engagedMs,
          completion: visit.completion,
          longest: longest?.heading || null,
          uncounted: uncountedOf(visit),
        },
      ];
    }),
  };
}

async function teamOf({ scope }: Caller, senderId: string): Promise<string | null> {
  const [sender] = await findSenders(scope, [knownId<SenderId>(senderId)]);
  return sender?.team ?? null;
}

function uncountedOf({ bot, own, confidence }: ShownVisit): Uncounted | null {
  if (bot) return "bot";
  if (own) return "own";
  return confidence === "doubtful" ? "doubtful" : null;
}
