import type { SenderId } from "../../domain/ids.ts";
import { senderInSight } from "../in-sight.ts";
import { requireKit, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { readBriefing } from "./read-briefing.ts";

/** Any sender's list for a day, for whoever may read. */
export async function getBriefing(caller: Caller, senderId: SenderId, date?: string) {
  requireScope(caller, "read", "own-team");
  await senderInSight(caller, senderId);
  return await readBriefing(caller, senderId, date);
}

/** The list of the sender whose kit asks. */
export async function showOwnBriefing(kit: KitHolder, date?: string) {
  const senderId = requireKit(kit);
  return await readBriefing(kit, senderId, date);
}
