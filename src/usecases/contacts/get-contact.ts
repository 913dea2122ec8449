import type { ContactId } from "../../domain/ids.ts";
import { findContact } from "../../storage/contacts.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewContact } from "./contact-view.ts";

export async function getContact(caller: Caller, id: ContactId) {
  requireScope(caller, "read");
  return viewContact(found(await findContact(caller.scope, id), "contact"));
}
