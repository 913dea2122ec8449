import type { ContactId } from "../../domain/ids.ts";
import type { VisitKey } from "../../domain/visit.ts";
import { saidContacts } from "../../storage/contacts.ts";
import { type Person, visitsOfViewers } from "../../storage/held.ts";
import { findAliases, type Viewer } from "../../storage/viewers.ts";
import type { Scoped } from "../kernel/context.ts";
import { idsOf } from "./viewer-view.ts";

/**
 * A viewer by all ids that lead to them, and the keys of their visits. What they typed of themselves is theirs, whoever
 * they are.
 */
export async function personOf(
  { scope }: Scoped,
  viewer: Viewer,
): Promise<{ person: Person; visits: VisitKey[] }> {
  const viewers = idsOf(viewer, await findAliases(scope, viewer.id));
  const [visits, said] = await Promise.all([
    visitsOfViewers(scope, viewers),
    saidContacts(scope, viewers),
  ]);
  const contacts = [...new Set([...contactsOf(viewer), ...said])];
  return { person: { viewers, visits: visits.map(({ id }) => id), contacts }, visits };
}

/**
 * The contact that is this person for certain. Whoever opened a contact's link first may be somebody it was
 * forwarded to: what the sender noted of the contact is neither handed to them nor theirs to erase.
 */
function contactsOf({ contactId, certainty }: Viewer): ContactId[] {
  return contactId !== null && certainty === "confirmed" ? [contactId] : [];
}
