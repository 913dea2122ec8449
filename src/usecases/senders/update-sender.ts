import type { SenderId } from "../../domain/ids.ts";
import {
  updateSender as change,
  endKits,
  findSender,
  findSenderEver,
  sendersThere,
} from "../../storage/senders.ts";
import { type AppError, found, notFound } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { forgetPages, pagesOf } from "../links/forget-pages.ts";
import { type Change, defined } from "../patch.ts";
import { externalIdKey, externalIdTaken, type NewSender } from "./create-sender.ts";
import { checkOwnWords } from "./own-words.ts";
import { viewSender } from "./sender-view.ts";

/** What a sender's card on a page says. */
const shown = ["name", "title", "phone"] as const;

/**
 * Changes a sender. `endKit` ends every kit address and session handed out so far. A move to another
 * team changes nobody's wording: assignments are written once. Throws `not-found`, or the error that is given, for
 * who left meanwhile.
 */
export async function updateSender(
  caller: Caller,
  id: SenderId,
  input: Change<NewSender> & { endKit?: boolean | undefined },
  gone: () => AppError = () => notFound("sender"),
) {
  requireScope(caller, "write");
  found(await findSender(caller.scope, id), "sender");
  const { endKit, ...fields } = input;
  checkOwnWords(caller, fields);
  // Nothing but what was asked for: a kit ended meanwhile stays ended.
  const kits = endKit ? [endKits(caller.scope, id)] : [];
  const done = await write(caller, {
    statements: [change(caller.scope, id, defined(fields)), ...kits],
    guards: [
      { condition: sendersThere(caller.scope, [id]), error: gone },
      { free: externalIdKey, error: externalIdTaken },
    ],
    outcome: "done",
    answer: undefined,
    audit: { verb: endKit ? "sender.end-kit" : "sender.update", subject: id },
  });
  if (shown.some((field) => fields[field] !== undefined)) {
    await forgetPages(caller, await pagesOf(caller, id));
  }
  // As it is by now, also where they left in this very moment: they were changed before.
  const sender = found(await findSenderEver(caller.scope, id), "sender");
  return { ...done, answer: await viewSender(caller, sender) };
}
