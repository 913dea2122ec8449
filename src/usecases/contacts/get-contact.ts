import type { ContactId } from "../../domain/ids.ts";
import { findContact } from "../../storage/contacts.ts";
import { noteLook } from "../audit/note-look.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewContact } from "./contact-view.ts";

/** A contact, with what was written of them. Who looks is kept in the audit. Throws `not-found`. */
export async function getContact(caller: Caller, id: ContactId) {
  requireScope(caller, "read");
  const contact = found(await findContact(caller.scope, id), "contact");
  await noteLook(caller, { verb: "contact.read", subject: id }, [id]);
  return viewContact(contact);
}
