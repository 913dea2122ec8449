import { eq } from "drizzle-orm";
import type { ContactId, SenderId } from "../domain/ids.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { contacts } from "./schema.ts";
import { insert, type Scope, type Statement, selectIn, selectOne, update } from "./scope.ts";

export type Contact = typeof contacts.$inferSelect;

export function createContact(scope: Scope, row: Omit<Contact, "workspaceId">): Statement {
  return insert(scope, contacts, row);
}

export function findContact(scope: Scope, id: ContactId): Promise<Contact | null> {
  return selectOne(scope, contacts, eq(contacts.id, id));
}

/** Contacts of the scope by id; one that is not there is left out. */
export function findContacts(scope: Scope, ids: readonly ContactId[]): Promise<Contact[]> {
  return selectIn(scope, contacts, contacts.id, ids);
}

export function updateContact(
  scope: Scope,
  id: ContactId,
  set: Partial<Omit<Contact, "id" | "workspaceId">>,
): Statement {
  return update(scope, contacts, set, eq(contacts.id, id));
}

/** Statement: everybody a sender knows is somebody another sender knows from now on. */
export function handOverContacts(scope: Scope, from: SenderId, to: SenderId): Statement {
  return update(scope, contacts, { senderId: to }, eq(contacts.senderId, from));
}

export function listContacts(scope: Scope, page: PageQuery, senderId?: SenderId) {
  return selectPage(
    scope,
    contacts,
    {
      at: contacts.createdAt,
      id: contacts.id,
      place: (row) => ({ at: row.createdAt, id: row.id }),
    },
    page,
    [senderId === undefined ? undefined : eq(contacts.senderId, senderId)],
  );
}
