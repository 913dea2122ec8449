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
  return { created: true, sender: await createSender(caller, { ...input, externalId }) };
}
