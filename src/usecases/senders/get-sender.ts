import type { SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { viewSender } from "./sender-view.ts";

export async function getSender(caller: Caller, id: SenderId) {
  return viewSender(caller, found(await findSender(caller.scope, id), "sender"));
}
