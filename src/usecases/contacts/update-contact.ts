import type { ContactId } from "../../domain/ids.ts";
import { findContact, updateContact as write } from "../../storage/contacts.ts";
import { findSender } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { type Change, defined } from "../patch.ts";
import { viewContact } from "./contact-view.ts";
import type { NewContact } from "./create-contact.ts";

/** Changes a contact; `externalIds` and `attributes` are replaced whole. */
export async function updateContact(caller: Caller, id: ContactId, change: Change<NewContact>) {
  const before = found(await findContact(caller.scope, id), "contact");
  if (change.senderId) found(await findSender(caller.scope, change.senderId), "sender");
  const set = defined(change);
  await write(caller.scope, id, set);
  return viewContact({ ...before, ...set });
}
