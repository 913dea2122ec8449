import type { SenderId } from "../../domain/ids.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { dropPortrait } from "../portraits/keep-portrait.ts";

/** Takes a sender's portrait away. */
export async function removePortrait(caller: Caller, id: SenderId) {
  requireScope(caller, "write");
  await dropPortrait(caller, id);
  return { outcome: "done" as const, answer: undefined };
}
