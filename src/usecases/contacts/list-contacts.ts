import type { SenderId } from "../../domain/ids.ts";
import { listContacts as list } from "../../storage/contacts.ts";
import { noteLook } from "../audit/note-look.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewContact } from "./contact-view.ts";

/** The workspace's contacts, or one sender's, the newest first. Who reads the list is kept in the audit. */
export async function listContacts(
  caller: Caller,
  query: PageQuery & { senderId?: SenderId | undefined },
) {
  requireScope(caller, "read");
  const page = await viewPage(list(caller.scope, query, query.senderId), viewContact);
  const subject = query.senderId ?? caller.scope.workspaceId;
  await noteLook(
    caller,
    { verb: "contact.list", subject },
    page.items.map(({ id }) => id),
  );
  return page;
}
