import { findSenderByExternalId } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { createSender, type NewSender } from "./create-sender.ts";
import { updateSender } from "./update-sender.ts";

/** Creates or changes the sender with an external id. `created` says which. */
export async function upsertSender(
  caller: Caller,
  externalId: string,
  input: Omit<NewSender, "externalId">,
) {
  const existing = await findSenderByExternalId(caller.scope, externalId);
  if (existing) {
    return { created: false, sender: await updateSender(caller, existing.id, input) };
  }
  try {
    return { created: true, sender: await createSender(caller, { ...input, externalId }) };
  } catch (error) {
    // Somebody else's PUT created it between our look and our write.
    const winner = await findSenderByExternalId(caller.scope, externalId);
    if (!winner) throw error;
    return { created: false, sender: await updateSender(caller, winner.id, input) };
  }
}
