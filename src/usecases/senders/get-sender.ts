import type { SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewSender } from "./sender-view.ts";

export async function getSender(caller: Caller, id: SenderId) {
  requireScope(caller, "read");
  return viewSender(caller, found(await findSender(caller.scope, id), "sender"));
}
