import type { ContactId } from "../../domain/ids.ts";
import { findContact } from "../../storage/contacts.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { viewContact } from "./contact-view.ts";

export async function getContact(caller: Caller, id: ContactId) {
  return viewContact(found(await findContact(caller.scope, id), "contact"));
}
