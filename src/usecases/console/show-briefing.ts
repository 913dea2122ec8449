import type { SenderId } from "../../domain/ids.ts";
import { listAllSenders } from "../../storage/all-senders.ts";
import { getBriefing } from "../briefing/get-briefing.ts";
import { found } from "../errors.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";

/**
 * A sender's list for a day beside those whose lists one may see; of nobody in particular the first by name. Throws
 * `not-found` for another team's.
 */
export async function showBriefing(
  caller: Caller,
  wanted: { senderId?: SenderId | undefined; date?: string | undefined },
) {
  requireScope(caller, "read", "own-team");
  const team = ownTeam(caller);
  const all = await listAllSenders(caller.scope);
  const senders = all
    .filter((one) => team === null || one.team === team)
    .sort((a, b) => (a.team ?? "").localeCompare(b.team ?? "") || a.name.localeCompare(b.name));
  const { senderId, date } = wanted;
  if (senders.length === 0 && senderId === undefined) return { senders, briefing: null };
  const sender = found(
    senderId === undefined ? senders[0] : senders.find(({ id }) => id === senderId),
    "sender",
  );
  return {
    senders,
    briefing: { ...(await getBriefing(caller, sender.id, date)), name: sender.name },
  };
}
