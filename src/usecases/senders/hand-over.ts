import type { SenderId } from "../../domain/ids.ts";
import { handOverContacts } from "../../storage/contacts.ts";
import { codesOfSender, handOverLinks, pauseLinks } from "../../storage/links.ts";
import {
  deleteSender,
  findSender,
  findSenderEver,
  handOverSender,
  sendersThere,
} from "../../storage/senders.ts";
import { AppError, found, invalidField, notFound } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { forgetPages, pagesOf } from "../links/forget-pages.ts";
import { deleteSenderFiles } from "../portraits/sender-pictures.ts";

/**
 * Ends somebody who leaves and hands all that is theirs to another: contacts and links move, and with them whoever
 * reads through these; what was read stays told as theirs. Every address that was shared works on and shows the
 * new person's card. With nobody to take over the links are withdrawn. Somebody who has left before can still be
 * handed over. Throws `not-found`, and `invalid` for one and the same.
 */
export async function handOver(caller: Caller, id: SenderId, to: SenderId | null) {
  requireScope(caller, "write");
  const { scope } = caller;
  const leaver = found(await findSenderEver(scope, id), "sender");
  if (to === id) throw invalidField("to", "Name somebody else than who leaves.");
  if (to !== null) found(await findSender(scope, to), "sender");
  if (to === null && leaver.handedTo !== null) {
    throw new AppError(
      "conflict",
      "This sender has been handed over; withdraw from who took over.",
    );
  }
  const [codes, pages] = await Promise.all([codesOfSender(scope, id), pagesOf(caller, id)]);
  const now = caller.now();
  const done = await write(caller, {
    statements: [
      ...(to === null
        ? [pauseLinks(scope, id)]
        : [
            handOverContacts(scope, id, to),
            handOverLinks(scope, id, to),
            ...handOverSender(scope, id, to),
          ]),
      ...(leaver.deletedAt === null ? [deleteSender(scope, id, now)] : []),
    ],
    guards:
      to === null
        ? []
        : [{ condition: sendersThere(scope, [to]), error: () => notFound("sender") }],
    outcome: "done",
    answer: { to, links: codes.length },
    audit: { verb: to === null ? "sender.withdraw" : "sender.hand-over", subject: id },
  });
  await forgetPages(caller, pages);
  await deleteSenderFiles(caller, id);
  return done;
}
