import { knownId, type SenderId, type ViewerId } from "../../domain/ids.ts";
import { noteLook } from "../audit/note-look.ts";
import { senderInSight } from "../in-sight.ts";
import { requireKit, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { readBriefing } from "./read-briefing.ts";

/** Any sender's list for a day, for whoever may read. Who looks is kept in the audit. */
export async function getBriefing(caller: Caller, senderId: SenderId, date?: string) {
  requireScope(caller, "read", "own-team");
  await senderInSight(caller, senderId);
  return await shown(caller, senderId, date);
}

/** The list of the sender whose kit asks. */
export async function showOwnBriefing(kit: KitHolder, date?: string) {
  const senderId = requireKit(kit);
  return await shown(kit, senderId, date);
}

async function shown(caller: Caller, senderId: SenderId, date: string | undefined) {
  const briefing = await readBriefing(caller, senderId, date);
  const people = [...briefing.items, ...briefing.hidden].map(({ viewerId }) =>
    knownId<ViewerId>(viewerId),
  );
  await noteLook(caller, { verb: "briefing.read", subject: senderId }, people);
  return briefing;
}
