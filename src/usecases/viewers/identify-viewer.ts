import type { ContactId, SenderId, ViewerId } from "../../domain/ids.ts";
import type { Certainty, Naming } from "../../domain/vocabulary.ts";
import { createContact, findContact } from "../../storage/contacts.ts";
import { newId } from "../../storage/new-id.ts";
import type { Statement } from "../../storage/scope.ts";
import { findSender } from "../../storage/senders.ts";
import {
  findContactByExternalIds,
  findViewer,
  findViewersOfContact,
  hasReadThrough,
  mergeViewer,
  nameViewer,
  type Viewer,
} from "../../storage/viewers.ts";
import { AppError, found } from "../errors.ts";
import { requireKit, requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

/** Who a viewer is: a contact that is known, or one by name. */
export type Identity =
  | { contactId: ContactId }
  | {
      name: string;
      senderId: SenderId;
      externalIds?: Readonly<Record<string, string>> | undefined;
    };

/**
 * Says who a viewer is. A contact that an outside system knows by one of the external ids is taken for them, else one is
 * made. Where another viewer is that contact already the two are one: the earlier stays, for a day this can be
 * undone. Throws `not-found`.
 */
export async function identifyViewer(
  caller: Caller,
  id: ViewerId,
  identity: Identity & { certainty?: Certainty | undefined },
) {
  requireScope(caller, "write");
  const viewer = found(await findViewer(caller.scope, id), "viewer");
  const { certainty = "confirmed" } = identity;
  return await nameAs(caller, viewer, identity, { certainty, by: "api" });
}

/**
 * A sender says who one of their readers is: probable, and theirs to take back. Throws `not-found` for a reader who
 * never came through them and for another sender's contact.
 */
export async function nameReader(
  kit: KitHolder,
  id: ViewerId,
  identity: { contactId: ContactId } | { name: string },
) {
  const senderId = requireKit(kit);
  const viewer = await readerOf(kit, id, senderId);
  if ("contactId" in identity) {
    const contact = await findContact(kit.scope, identity.contactId);
    found(contact?.senderId === senderId ? contact : null, "contact");
  }
  if (viewer.certainty === "confirmed") {
    throw new AppError("conflict", "Head office has confirmed who this is. Ask them to change it.");
  }
  const who = "name" in identity ? { ...identity, senderId } : identity;
  return await nameAs(kit, viewer, who, { certainty: "probable", by: "kit" });
}

/** Takes a viewer's name away; nobody names them again but who says so. Throws `not-found`. */
export async function unnameViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "write");
  const viewer = found(await findViewer(caller.scope, id), "viewer");
  return await unname(caller, viewer, "api");
}

/** The same by the sender who gave a probable name, or does not believe the link that did. */
export async function unnameReader(kit: KitHolder, id: ViewerId) {
  const senderId = requireKit(kit);
  const viewer = await readerOf(kit, id, senderId);
  if (viewer.certainty === "confirmed") {
    throw new AppError("conflict", "Head office has confirmed who this is. Ask them to change it.");
  }
  return await unname(kit, viewer, "kit");
}

async function readerOf({ scope }: Scoped, id: ViewerId, senderId: SenderId): Promise<Viewer> {
  const viewer = found(await findViewer(scope, id), "viewer");
  return found((await hasReadThrough(scope, viewer.id, senderId)) ? viewer : null, "viewer");
}

function unname(caller: Caller, viewer: Viewer, by: Naming) {
  const { scope } = caller;
  return write(caller, {
    statements: [nameViewer(scope, viewer.id, null, by, caller.now())],
    outcome: "done",
    answer: undefined,
    audit: { verb: "viewer.unname", subject: viewer.id },
  });
}

async function nameAs(
  caller: Caller,
  viewer: Viewer,
  identity: Identity,
  { certainty, by }: { certainty: Certainty; by: Naming },
) {
  const { scope } = caller;
  const now = caller.now();
  const { contactId, made } = await contactOf(caller, identity);
  const others = await findViewersOfContact(scope, contactId);
  const [earliest = viewer] = [viewer, ...others].toSorted(
    (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
  const merged = [viewer, ...others].filter(({ id }) => id !== earliest.id);
  return await write(caller, {
    statements: [
      ...made,
      nameViewer(scope, earliest.id, { contactId, certainty }, by, now),
      ...merged.map(({ id }) => mergeViewer(scope, id, earliest.id, now)),
    ],
    outcome: "done",
    answer: { viewerId: earliest.id, contactId, certainty, merged: merged.map(({ id }) => id) },
    audit: { verb: "viewer.name", subject: earliest.id },
  });
}

/** The contact that an identity means, and the statements that make it where there is none. */
async function contactOf(
  { scope, now }: Caller,
  identity: Identity,
): Promise<{ contactId: ContactId; made: Statement[] }> {
  if ("contactId" in identity) {
    const { id } = found(await findContact(scope, identity.contactId), "contact");
    return { contactId: id, made: [] };
  }
  const { name, senderId, externalIds = {} } = identity;
  found(await findSender(scope, senderId), "sender");
  const known = await findContactByExternalIds(scope, externalIds);
  if (known) return { contactId: known, made: [] };
  const id = newId<ContactId>(scope.shard);
  const row = { id, senderId, name, externalIds, attributes: {}, stage: null, notes: null };
  return { contactId: id, made: [createContact(scope, { ...row, createdAt: now() })] };
}
