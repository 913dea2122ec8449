import type { ContactId } from "../../domain/ids.ts";
import { findContact, deleteContact as remove } from "../../storage/contacts.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/** Deletes a contact; viewers that bore its name become nameless again. */
export async function deleteContact(caller: Caller, id: ContactId) {
  requireScope(caller, "write");
  found(await findContact(caller.scope, id), "contact");
  return await write(caller, {
    statements: remove(caller.scope, id),
    outcome: "done",
    answer: undefined,
    audit: { verb: "contact.delete", subject: id },
  });
}
