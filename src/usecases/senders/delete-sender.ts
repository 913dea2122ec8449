import type { SenderId } from "../../domain/ids.ts";
import { findSender, deleteSender as remove } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";

/** Ends a sender: the kit closes and the seat is not given again; links already shared go on. */
export async function deleteSender(caller: Caller, id: SenderId): Promise<void> {
  found(await findSender(caller.scope, id), "sender");
  await remove(caller.scope, id, caller.now());
}
