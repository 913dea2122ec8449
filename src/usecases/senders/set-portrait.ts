import type { SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { keepPortrait } from "../portraits/keep-portrait.ts";
import { viewSender } from "./sender-view.ts";

/** Gives a sender a portrait. Throws as `makePortrait` does for a file that cannot be taken. */
export async function setPortrait(caller: Caller, id: SenderId, read: () => Promise<Uint8Array>) {
  requireScope(caller, "write");
  await keepPortrait(caller, id, read);
  const sender = found(await findSender(caller.scope, id), "sender");
  return { outcome: "done" as const, answer: await viewSender(caller, sender) };
}
