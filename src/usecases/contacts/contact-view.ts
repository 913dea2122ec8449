import type { Contact } from "../../storage/contacts.ts";
import { rfc3339 } from "../time.ts";

export function viewContact(row: Contact) {
  return {
    id: row.id,
    senderId: row.senderId,
    name: row.name,
    externalIds: row.externalIds,
    attributes: row.attributes,
    stage: row.stage,
    notes: row.notes,
    leftByViewerId: row.saidBy,
    createdAt: rfc3339(row.createdAt),
  };
}
