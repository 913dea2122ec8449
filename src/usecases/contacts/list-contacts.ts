import type { SenderId } from "../../domain/ids.ts";
import { listContacts as list } from "../../storage/contacts.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewContact } from "./contact-view.ts";

/** The workspace's contacts, or one sender's, the newest first. */
export function listContacts(
  caller: Caller,
  query: PageQuery & { senderId?: SenderId | undefined },
) {
  requireScope(caller, "read");
  return viewPage(list(caller.scope, query, query.senderId), viewContact);
}
