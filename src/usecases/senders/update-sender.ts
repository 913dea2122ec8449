import type { SenderId } from "../../storage/ids.ts";
import { batch, isUniqueViolation } from "../../storage/scope.ts";
import { findSender, updateSender as write } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { found, invalidField } from "../errors.ts";
import { type Change, defined } from "../patch.ts";
import type { NewSender } from "./create-sender.ts";
import { viewSender } from "./sender-view.ts";

/**
 * Changes a sender. `endKit` ends every kit address and session handed out so far. A move to another
 * team changes nobody's wording: assignments are written once.
 */
export async function updateSender(
  caller: Caller,
  id: SenderId,
  change: Change<NewSender> & { endKit?: boolean | undefined },
) {
  const before = found(await findSender(caller.scope, id), "sender");
  const { endKit, ...fields } = change;
  const after = {
    ...before,
    ...defined(fields),
    kitEpoch: before.kitEpoch + (endKit ? 1 : 0),
  };
  const { id: _, workspaceId: __, ...set } = after;
  try {
    await batch(caller.scope, [write(caller.scope, id, set)]);
  } catch (error) {
    if (isUniqueViolation(error)) throw invalidField("externalId", "Taken by another sender.");
    throw error;
  }
  return viewSender(caller, after);
}
