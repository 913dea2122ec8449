import { findSenderByExternalId } from "../../storage/senders.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { createSender, type NewSender } from "./create-sender.ts";
import { updateSender } from "./update-sender.ts";

/** Creates or changes the sender with an external id: the same call, whoever comes first. */
export async function upsertSender(
  caller: Caller,
  externalId: string,
  input: Omit<NewSender, "externalId">,
) {
  requireScope(caller, "write");
  const { answer } = await repeat(caller, async () => {
    const existing = await findSenderByExternalId(caller.scope, externalId);
    return existing
      ? await updateSender(caller, existing.id, input, () => new Raced())
      : await createSender(caller, { ...input, externalId }, () => new Raced());
  });
  return { outcome: "done" as const, answer };
}
