import type { SenderId } from "../../domain/ids.ts";
import { senderInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewSender } from "./sender-view.ts";

export async function getSender(caller: Caller, id: SenderId) {
  requireScope(caller, "read", "own-team");
  return viewSender(caller, await senderInSight(caller, id));
}
