import type { ContactId } from "../../domain/ids.ts";
import { findContact, deleteContact as remove } from "../../storage/contacts.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";

/** Deletes a contact; viewers that bore its name become nameless again. */
export async function deleteContact(caller: Caller, id: ContactId): Promise<void> {
  found(await findContact(caller.scope, id), "contact");
  await remove(caller.scope, id);
}
