import type { ContactId } from "../../domain/ids.ts";
import type { VisitKey } from "../../domain/visit.ts";
import { type Person, visitsOfViewers } from "../../storage/held.ts";
import { findAliases, type Viewer } from "../../storage/viewers.ts";
import type { Scoped } from "../kernel/context.ts";
import { idsOf } from "./viewer-view.ts";

/** A viewer by all ids that lead to them, and the keys of their visits. */
export async function personOf(
  { scope }: Scoped,
  viewer: Viewer,
): Promise<{ person: Person; visits: VisitKey[] }> {
  const viewers = idsOf(viewer, await findAliases(scope, viewer.id));
  const visits = await visitsOfViewers(scope, viewers);
  return {
    person: { viewers, visits: visits.map(({ id }) => id), contacts: contactsOf(viewer) },
    visits,
  };
}

/** The contact that is certainly this person: who was only guessed to be one may be somebody else. */
function contactsOf({ contactId, certainty, namedBy }: Viewer): ContactId[] {
  const isSure = certainty === "confirmed" || namedBy !== "kit";
  return contactId !== null && isSure ? [contactId] : [];
}
