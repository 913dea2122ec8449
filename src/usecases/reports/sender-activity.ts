/** What one sender did with everything there is to share. */
import type { SenderId } from "../../domain/ids.ts";
import { listSharedWith } from "../../storage/contents.ts";
import { copiesOfSender, opensOfSender } from "../../storage/kit-opens.ts";
import { readWide } from "../../storage/report-queries.ts";
import { senderInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { countDeeds, deedsOf } from "./deeds.ts";

const mostContents = 200;
const mostRows = 5000;

/**
 * Every published content, the newest 200, with what became of it in one sender's hands: those first that they have
 * not shared. Nobody sees a messenger's share itself, so shared means that somebody came.
 */
export async function getSenderActivity(caller: Caller, senderId: SenderId) {
  requireScope(caller, "read", "own-team");
  const { scope } = caller;
  const sender = await senderInSight(caller, senderId);
  const [contents, opens, copies, rows] = await Promise.all([
    listSharedWith(scope, senderId, mostContents),
    opensOfSender(scope, senderId),
    copiesOfSender(scope, senderId),
    readWide(scope, "sender", senderId, mostRows),
  ]);
  const openOf = new Map(opens.map((open) => [open.contentId, open]));
  const copyOf = new Map(copies.map((copy) => [copy.contentId, copy]));
  const reads = new Map<string, number>();
  for (const { target, sums } of rows) {
    reads.set(target, (reads.get(target) ?? 0) + (sums.total?.[0] ?? 0));
  }
  const items = contents.map(({ id, title }) => ({
    contentId: id as string,
    title,
    ...deedsOf(openOf.get(id), copyOf.get(id), reads.get(id) ?? 0),
  }));
  return {
    senderId: senderId as string,
    name: sender.name,
    team: sender.team,
    contents: items.length,
    ...countDeeds(items),
    // The order among equals is that of publishing, the newest first.
    items: items.toSorted((a, b) => Number(a.shared) - Number(b.shared)),
  };
}
