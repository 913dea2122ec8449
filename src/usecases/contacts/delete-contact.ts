import type { ContactId } from "../../domain/ids.ts";
import { findContact } from "../../storage/contacts.ts";
import { eraseHeld } from "../../storage/held.ts";
import { findLinksOfContacts } from "../../storage/links.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { tombstonesOf } from "../viewers/tombstone.ts";

/**
 * Erases a contact wherever the manifest says that one stands: viewers that bore its name become nameless, and
 * its links go on for nobody in particular. Throws `not-found`.
 */
export async function deleteContact(caller: Caller, id: ContactId) {
  requireScope(caller, "write");
  const { scope } = caller;
  found(await findContact(scope, id), "contact");
  const links = await findLinksOfContacts(scope, [id]);
  const marks = Object.fromEntries(await tombstonesOf(caller, [id]));
  const done = await write(caller, {
    statements: eraseHeld(scope, { viewers: [], visits: [], contacts: [id] }, marks),
    outcome: "done",
    answer: undefined,
    audit: { verb: "contact.delete", subject: marks[id] ?? "" },
  });
  await Promise.all(links.map(({ code }) => caller.links.forget(code)));
  return done;
}
