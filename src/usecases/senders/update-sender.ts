import type { SenderId } from "../../domain/ids.ts";
import { batch, isUniqueViolation, type Statement } from "../../storage/scope.ts";
import { endKits, findSender, updateSender as write } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { type Change, defined } from "../patch.ts";
import { externalIdTaken, type NewSender } from "./create-sender.ts";
import { checkOwnWords } from "./own-words.ts";
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
  await checkOwnWords(caller, fields);
  // Nothing but what was asked for: a kit ended meanwhile stays ended, a deleted sender deleted.
  const statements: Statement[] = [];
  const set = defined(fields);
  if (Object.keys(set).length > 0) statements.push(write(caller.scope, id, set));
  if (endKit) statements.push(endKits(caller.scope, id));
  try {
    await batch(caller.scope, statements);
  } catch (error) {
    if (isUniqueViolation(error)) throw externalIdTaken();
    throw error;
  }
  return viewSender(caller, found(await findSender(caller.scope, before.id), "sender"));
}
