/** What every sender did with a content, and how what they shared was read, compared without punishing the small. */
import type { ContentId } from "../../domain/ids.ts";
import { compared } from "../../insight/report/compare.ts";
import { listAllSenders } from "../../storage/all-senders.ts";
import { findContent } from "../../storage/contents.ts";
import { opensOfContent } from "../../storage/kit-opens.ts";
import { countReaders, readCopies } from "../../storage/report-queries.ts";
import { readReport } from "../../storage/rollups.ts";
import { found } from "../errors.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewRate } from "../rounded.ts";
import { countDeeds, deedsOf } from "./deeds.ts";

/**
 * Every sender of the workspace, those first who have done nothing with the content yet: who has not shared is the
 * first question of any programme. Nobody sees a messenger's share itself, so shared means that somebody came.
 */
export async function getContentSenders(caller: Caller, contentId: ContentId) {
  requireScope(caller, "read", "own-team");
  const { scope } = caller;
  const wanted = ownTeam(caller);
  found(await findContent(scope, contentId), "content");
  const [all, opens, copies, readersOfAll, rows] = await Promise.all([
    listAllSenders(scope),
    opensOfContent(scope, contentId),
    readCopies(scope, contentId),
    countReaders(scope, contentId, wanted),
    readReport(scope, contentId),
  ]);
  const openOf = new Map(opens.map((open) => [open.senderId, open]));
  const copyOf = new Map(copies.map((copy) => [copy.senderId, copy]));
  const reads = new Map<string, number>();
  for (const { part, key, sums } of rows) {
    if (part === "sender") reads.set(key, (reads.get(key) ?? 0) + (sums.total?.[0] ?? 0));
  }
  const teamOf = new Map(all.map(({ id, team }) => [id, team]));
  // A lead's people are held against one another: what is usual elsewhere is made by others' readers.
  const readers = readersOfAll.filter(
    ({ senderId }) => wanted === null || teamOf.get(senderId) === wanted,
  );
  const rates = new Map(
    compared(
      readers.map(({ senderId, viewers, qualified }) => ({
        key: senderId,
        hits: qualified,
        trials: viewers,
      })),
    ).map((one) => [one.key, one]),
  );
  const byTeam = Map.groupBy(readers, ({ senderId }) => teamOf.get(senderId) ?? null);
  const teams = compared(
    [...byTeam].map(([team, own]) => ({
      // A name cannot begin so.
      key: team === null ? " " : team,
      hits: own.reduce((sum, { qualified }) => sum + qualified, 0),
      trials: own.reduce((sum, { viewers }) => sum + viewers, 0),
    })),
  ).map(({ key, rate, against }) => ({
    team: key === " " ? null : key,
    thorough: { ...viewRate(rate), against },
  }));
  const asked = wanted === null ? all : all.filter((one) => one.team === wanted);
  const items = asked.map(({ id, name, team }) => {
    const rate = rates.get(id);
    return {
      senderId: id as string,
      name,
      team,
      ...deedsOf(openOf.get(id), copyOf.get(id), reads.get(id) ?? 0),
      thorough: rate ? { ...viewRate(rate.rate), against: rate.against } : null,
    };
  });
  const stage = ({ openedAt, copiedAt, shared }: (typeof items)[number]) =>
    shared ? 3 : copiedAt ? 2 : openedAt ? 1 : 0;
  // Equals by name, so that a list that is looked at twice is the same list.
  const named = ({ name, senderId }: (typeof items)[number]) => `${name} ${senderId}`;
  items.sort((a, b) => stage(a) - stage(b) || b.reads - a.reads || (named(a) < named(b) ? -1 : 1));
  return {
    contentId: contentId as string,
    senders: items.length,
    ...countDeeds(items),
    teams,
    items,
  };
}
