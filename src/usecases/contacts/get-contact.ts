import type { ContactId } from "../../domain/ids.ts";
import { findContact } from "../../storage/contacts.ts";
import { noteList } from "../audit/note-list.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewContact } from "./contact-view.ts";

/** A contact, with what was written of them. Who looks is kept in the audit. Throws `not-found`. */
export async function getContact(caller: Caller, id: ContactId) {
  requireScope(caller, "read");
  const contact = found(await findContact(caller.scope, id), "contact");
  await noteList(caller, { verb: "contact.read", subject: id }, 1);
  return viewContact(contact);
}
