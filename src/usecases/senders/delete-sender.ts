import type { SenderId } from "../../domain/ids.ts";
import { deleteOwnLinesBy } from "../../storage/own-lines.ts";
import { findSender, deleteSender as remove } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { forgetPages, pagesOf } from "../links/forget-pages.ts";
import { deleteSenderFiles } from "../portraits/sender-pictures.ts";

/**
 * Ends a sender: the kit closes, portrait and code go and the seat is not given again; links already shared go
 * on, without their name and phone from this moment. What they wrote themselves for posts is forgotten.
 */
export async function deleteSender(caller: Caller, id: SenderId) {
  requireScope(caller, "write");
  found(await findSender(caller.scope, id), "sender");
  const pages = await pagesOf(caller, id);
  const done = await write(caller, {
    statements: [remove(caller.scope, id, caller.now()), deleteOwnLinesBy(caller.scope, id)],
    outcome: "done",
    answer: undefined,
    audit: { verb: "sender.delete", subject: id },
  });
  await forgetPages(caller, pages);
  await deleteSenderFiles(caller, id);
  return done;
}
