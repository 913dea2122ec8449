import type { ContactId } from "../../domain/ids.ts";
import { updateContact as change, findContact } from "../../storage/contacts.ts";
import { findSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { type Change, defined } from "../patch.ts";
import { viewContact } from "./contact-view.ts";
import type { NewContact } from "./create-contact.ts";

/** Changes a contact; `externalIds` and `attributes` are replaced whole. */
export async function updateContact(caller: Caller, id: ContactId, input: Change<NewContact>) {
  requireScope(caller, "write");
  const before = found(await findContact(caller.scope, id), "contact");
  if (input.senderId) found(await findSender(caller.scope, input.senderId), "sender");
  const set = defined(input);
  return await write(caller, {
    statements: [change(caller.scope, id, set)],
    outcome: "done",
    answer: viewContact({ ...before, ...set }),
    audit: { verb: "contact.update", subject: id },
  });
}
