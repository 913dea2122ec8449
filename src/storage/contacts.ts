import { eq } from "drizzle-orm";
import type { ContactId, SenderId, ViewerId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import type { Condition } from "./run.ts";
import { contacts } from "./schema.ts";
import {
  insert,
  type Scope,
  type Statement,
  selectIn,
  selectOne,
  selectSql,
  update,
  writeSql,
} from "./scope.ts";

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

/** Contacts that viewers typed of themselves and that nobody has confirmed. */
export async function saidContacts(
  scope: Scope,
  viewers: readonly ViewerId[],
): Promise<ContactId[]> {
  const rows = await selectIn(scope, contacts, contacts.saidBy, viewers);
  return rows.map(({ id }) => id);
}

/** How many names of their own readers left for a sender since a time and nobody has confirmed, up to a bound. */
export async function countSaid(scope: Scope, senderId: SenderId, since: Instant): Promise<number> {
  const [row] = await selectSql<{ n: number }>(
    scope,
    `SELECT count(*) AS n FROM contacts WHERE workspace_id = ?1 AND sender_id = ?2 AND created_at >= ?3
       AND said_by IS NOT NULL`,
    senderId,
    since,
  );
  return row?.n ?? 0;
}

/** Condition: a sender may be left one more name, or this one again; the others of a time are fewer than the bound. */
export function roomForSaid(
  { workspaceId }: Scope,
  room: { senderId: SenderId; contactId: ContactId; since: Instant; most: number },
): Condition {
  return {
    name: "room-for-said",
    holds: {
      sql: `(SELECT count(*) FROM contacts WHERE workspace_id = ? AND sender_id = ? AND created_at >= ?
        AND said_by IS NOT NULL AND id <> ?) < ?`,
      params: [workspaceId, room.senderId, room.since, room.contactId, room.most],
    },
  };
}

/** Statement: writes down what a viewer typed of themselves; what they type again takes the place of it. */
export function keepSaid(scope: Scope, row: Omit<Contact, "workspaceId">): Statement {
  return writeSql(
    scope,
    `INSERT INTO contacts (workspace_id, id, sender_id, name, external_ids, attributes, created_at, said_by)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE true
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, attributes = excluded.attributes
     WHERE contacts.said_by IS NOT NULL`,
    row.id,
    row.senderId,
    row.name,
    JSON.stringify(row.externalIds),
    JSON.stringify(row.attributes),
    row.createdAt,
    row.saidBy,
  );
}

/** Statement: a name that was confirmed is what its viewer typed, and no more, again. */
export function unconfirmContact(scope: Scope, id: ContactId, saidBy: ViewerId): Statement {
  return update(scope, contacts, { saidBy }, eq(contacts.id, id));
}

/** Statement: a contact is somebody whom others vouch for from now on. */
export function confirmContact(scope: Scope, id: ContactId): Statement {
  return update(scope, contacts, { saidBy: null }, eq(contacts.id, id));
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

/** By each of some external ids, one after another: a workspace's contacts are many, those of an id few. */
const withExternalId = `json_each(?2) w CROSS JOIN contact_external_ids x
  ON x.workspace_id = ?1 AND x.system = w.key AND x.value = w.value`;

/** The contact that an outside system knows by one of these ids, the earliest; or null. */
export async function findContactByExternalIds(
  scope: Scope,
  externalIds: Readonly<Record<string, string>>,
): Promise<ContactId | null> {
  const [row] = await selectSql<{ id: ContactId }>(
    scope,
    `SELECT c.id FROM ${withExternalId} CROSS JOIN contacts c ON c.id = x.contact_id
     WHERE c.workspace_id = ?1 ORDER BY c.created_at, c.id LIMIT 1`,
    JSON.stringify(externalIds),
  );
  return row?.id ?? null;
}

/** Condition: no contact is known by one of these ids. */
export function externalIdsUnknown(
  { workspaceId }: Scope,
  externalIds: Readonly<Record<string, string>>,
): Condition {
  return {
    name: "external-ids-unknown",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM ${withExternalId})`,
      params: [workspaceId, JSON.stringify(externalIds)],
    },
  };
}
