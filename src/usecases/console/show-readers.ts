import type { ContentId, SenderId } from "../../domain/ids.ts";
import { tellsOfARead } from "../../domain/visit.ts";
import { readTitles } from "../../storage/content-names.ts";
import { findSendersEver } from "../../storage/senders.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { pageName } from "../readers/names.ts";
import { rfc3339 } from "../time.ts";
import { listVisits } from "../visits/list-visits.ts";
import { sumUnnamedReads } from "../visits/sum-unnamed-reads.ts";

/** As many as one screen groups. */
const mostVisits = 200;

export type ReadersView = Awaited<ReturnType<typeof showReaders>>;
export type Reader = ReadersView["readers"][number];

/**
 * The newest reads of people who agreed, grouped by who read; of everybody else of the last month, a sum.
 */
export async function showReaders(
  caller: Caller,
  filter: { contentId?: ContentId | undefined; senderId?: SenderId | undefined },
) {
  requireScope(caller, "read", "own-team");
  const { scope, workspace } = caller;
  const [{ items }, unnamed] = await Promise.all([
    listVisits(caller, { limit: mostVisits, ...filter }),
    sumUnnamedReads(caller, filter),
  ]);
  const reads = items.filter((visit) => tellsOfARead(visit) && visit.confidence !== "doubtful");
  const [titles, senders] = await Promise.all([
    readTitles(
      scope,
      reads.flatMap(({ contentId }) => contentId ?? []),
      "all",
    ),
    findSendersEver(
      scope,
      reads.map(({ senderId }) => senderId),
    ),
  ]);
  const names = new Map(senders.map(({ id, name }) => [id, name]));
  const readers = [...Map.groupBy(reads, ({ viewerId }) => viewerId)].map(([viewerId, own]) => ({
    viewerId,
    name: own[0]?.contact?.name ?? null,
    certainty: own[0]?.contact?.certainty ?? null,
    engagedMs: own.reduce((sum, { engagedMs }) => sum + engagedMs, 0),
    reads: own.map((visit) => {
      const longest = visit.sections.reduce<{ heading: string; ms: number } | null>(
        (most, part) => (part.ms > (most?.ms ?? 0) ? part : most),
        null,
      );
      return {
        id: visit.id,
        title: titleOf(visit, titles),
        contentId: visit.contentId,
        sender: names.get(visit.senderId) ?? "",
        channel: visit.channel,
        app: visit.app,
        startedAt: visit.startedAt,
        engagedMs: visit.engagedMs,
        completion: visit.completion,
        longest: longest?.heading || null,
        isPassedOn: visit.parent !== null,
        isOver: visit.closed,
      };
    }),
  }));
  return {
    timezone: workspace.timezone,
    now: rfc3339(caller.now()),
    readers,
    unnamed: unnamed.items.reduce((sum, { reads: some }) => sum + (some ?? 0), 0),
  };
}

/** What somebody read, as a line may call it: a content by its title, an outside page by its address. */
export function titleOf(
  { contentId, url }: { contentId: ContentId | null; url: string | null },
  titles: ReadonlyMap<string, string>,
): string | null {
  if (url !== null) return pageName(url);
  return (contentId && titles.get(contentId)) || null;
}
