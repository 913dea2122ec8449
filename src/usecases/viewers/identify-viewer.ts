import type { ContactId, SenderId, ViewerId } from "../../domain/ids.ts";
import type { Certainty, Naming, OutsideSystem } from "../../domain/vocabulary.ts";
import {
  confirmContact,
  createContact,
  externalIdsUnknown,
  findContact,
  findContactByExternalIds,
  unconfirmContact,
} from "../../storage/contacts.ts";
import { mergeViewer } from "../../storage/merges.ts";
import { newId } from "../../storage/new-id.ts";
import type { Statement } from "../../storage/scope.ts";
import { findSender } from "../../storage/senders.ts";
import {
  confirmedAsRead,
  findConfirmedViewers,
  findViewer,
  hasReadThrough,
  namedLater,
  nameViewer,
  type Viewer,
  viewersAsRead,
} from "../../storage/viewers.ts";
import { AppError, found } from "../errors.ts";
import { requireKit, requireReader, requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { type Guard, write } from "../kernel/write.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { earliestFirst } from "./merge-viewers.ts";

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
 * made. Where another viewer is that contact for certain, and this one now is, the two are one: the earlier stays, for
 * a day this can be undone. Who is only probably the contact stays somebody of their own. Throws `not-found`.
 */
export function identifyViewer(
  caller: Caller,
  id: ViewerId,
  identity: Identity & { certainty?: Certainty | undefined },
) {
  requireScope(caller, "write");
  const { certainty = "confirmed" } = identity;
  return repeat(caller, async () => {
    const viewer = found(await findViewer(caller.scope, id), "viewer");
    return await nameAs(caller, viewer, identity, { certainty, by: "api" });
  });
}

/**
 * A sender says who one of their readers is: probable, and theirs to take back. A name sent twice is one contact. Throws
 * `not-found` for a reader who never came through them and for another sender's contact.
 */
export async function nameReader(
  kit: KitHolder,
  id: ViewerId,
  identity: { contactId: ContactId } | { name: string },
): Promise<void> {
  const senderId = requireKit(kit);
  if ("contactId" in identity) {
    const contact = await findContact(kit.scope, identity.contactId);
    found(contact?.senderId === senderId ? contact : null, "contact");
  }
  const who = "name" in identity ? { ...identity, senderId } : identity;
  await repeat(kit, async () => {
    const viewer = await unsureReaderOf(kit, id, senderId);
    const known = viewer.contactId && (await findContact(kit.scope, viewer.contactId));
    if ("name" in who && known?.name === who.name && known.senderId === senderId) return;
    await nameAs(kit, viewer, who, { certainty: "probable", by: "kit" });
  });
}

/**
 * A sender confirms what one of their readers left of themselves: it is who they are from now on. Throws `not-found`,
 * and `conflict` where the name came about in another way.
 */
export async function confirmReader(kit: KitHolder, id: ViewerId) {
  const senderId = requireKit(kit);
  return await repeat(kit, async () => {
    const viewer = await unsureReaderOf(kit, id, senderId);
    const { contactId } = viewer;
    if (contactId === null || !isOwnWord(viewer)) {
      throw new AppError("conflict", "They did not leave this name themselves. Say who they are.");
    }
    return await nameAs(kit, viewer, { contactId }, { certainty: "confirmed", by: "form" });
  });
}

/**
 * WeChat or WeCom vouches for a reader being the person of an outside id that a contact has: it is who they are. Whom
 * somebody has confirmed to be another contact stays that one. Gives the viewer that they are now.
 */
export async function nameVouched(
  caller: Caller,
  id: ViewerId,
  { contactId, by, guards }: { contactId: ContactId; by: OutsideSystem; guards: readonly Guard[] },
): Promise<ViewerId> {
  requireReader(caller);
  return await repeat(caller, async () => {
    const viewer = found(await findViewer(caller.scope, id), "viewer");
    if (viewer.certainty === "confirmed") return viewer.id;
    const sure = { certainty: "confirmed", by, also: guards } as const;
    return (await nameAs(caller, viewer, { contactId }, sure)).answer.viewerId;
  });
}

/** Takes a viewer's name away; nobody names them again but who says so. Throws `not-found`. */
export async function unnameViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "write");
  return await repeat(caller, async () => {
    const viewer = found(await findViewer(caller.scope, id), "viewer");
    return await unname(caller, viewer, "api");
  });
}

/** The same by the sender who gave a probable name, or does not believe the link that did. */
export async function unnameReader(kit: KitHolder, id: ViewerId) {
  const senderId = requireKit(kit);
  return await repeat(kit, async () => {
    const viewer = await unsureReaderOf(kit, id, senderId);
    return await unname(kit, viewer, "kit");
  });
}

/**
 * Somebody who read through a sender and whom head office has not confirmed. Throws `not-found`, and `conflict` for the
 * rest.
 */
async function unsureReaderOf(
  { scope }: Scoped,
  id: ViewerId,
  senderId: SenderId,
): Promise<Viewer> {
  const viewer = found(await findViewer(scope, id), "viewer");
  found((await hasReadThrough(scope, viewer.id, senderId)) ? viewer : null, "viewer");
  if (viewer.certainty === "confirmed" && !isOwnWord(viewer)) {
    throw new AppError("conflict", "Head office has confirmed who this is. Ask them to change it.");
  }
  return viewer;
}

/** True of a name that the reader left themselves: typed, or the one that they go by in WeChat. */
function isOwnWord({ namedBy, certainty }: Viewer): boolean {
  return namedBy === "form" || (namedBy === "wechat" && certainty === "probable");
}

function unname(caller: Caller, viewer: Viewer, by: Naming) {
  const { scope } = caller;
  const namedAt = namedLater(viewer, caller.now());
  return write(caller, {
    statements: [
      ...takenBack(caller, viewer, null),
      nameViewer(scope, viewer.id, { contactId: null, certainty: null, namedBy: by, namedAt }),
    ],
    guards: [{ condition: viewersAsRead(scope, [viewer]), error: () => new Raced() }],
    outcome: "done",
    answer: undefined,
    audit: { verb: "viewer.unname", subject: viewer.id },
  });
}

/** Statements: what a viewer typed of themselves is theirs again, where they turn out not to be what was confirmed. */
function takenBack({ scope }: Scoped, viewer: Viewer, now: ContactId | null): Statement[] {
  const { contactId, certainty, namedBy } = viewer;
  const wasLeft = namedBy === "form" && certainty === "confirmed";
  if (!wasLeft || contactId === null || contactId === now) return [];
  return [unconfirmContact(scope, contactId, viewer.id)];
}

async function nameAs(
  caller: Caller,
  viewer: Viewer,
  identity: Identity,
  { certainty, by, also = [] }: { certainty: Certainty; by: Naming; also?: readonly Guard[] },
) {
  const { scope } = caller;
  const now = caller.now();
  const { contactId, made, guards } = await contactOf(caller, identity);
  // A guess makes nobody one with somebody else.
  const isSure = certainty === "confirmed";
  const others = isSure ? await findConfirmedViewers(scope, contactId) : [];
  const all = [viewer, ...others.filter(({ id }) => id !== viewer.id)];
  const earliest = all.reduce((one, other) => earliestFirst(one, other)[0]);
  const merged = all.filter(({ id }) => id !== earliest.id);
  const known = all.map(({ id }) => id);
  const isStill: Guard[] = [
    { condition: viewersAsRead(scope, all), error: () => new Raced() },
    ...(isSure
      ? [{ condition: confirmedAsRead(scope, contactId, known), error: () => new Raced() }]
      : []),
  ];
  const namedAt = namedLater(viewer, now);
  return await write(caller, {
    statements: [
      ...made,
      ...takenBack(caller, viewer, contactId),
      ...(isSure ? [confirmContact(scope, contactId)] : []),
      nameViewer(scope, viewer.id, { contactId, certainty, namedBy: by, namedAt }),
      ...merged.flatMap((one) => mergeViewer(scope, one, earliest, now)),
    ],
    guards: [...also, ...isStill, ...guards],
    outcome: "done",
    answer: { viewerId: earliest.id, contactId, certainty, merged: merged.map(({ id }) => id) },
    audit: { verb: "viewer.name", subject: earliest.id },
  });
}

/** The contact that an identity means, the statements that make it where there is none, and what must hold then. */
async function contactOf(
  { scope, now }: Caller,
  identity: Identity,
): Promise<{ contactId: ContactId; made: Statement[]; guards: Guard[] }> {
  if ("contactId" in identity) {
    const { id } = found(await findContact(scope, identity.contactId), "contact");
    return { contactId: id, made: [], guards: [] };
  }
  const { name, senderId, externalIds = {} } = identity;
  found(await findSender(scope, senderId), "sender");
  const known = await findContactByExternalIds(scope, externalIds);
  if (known) return { contactId: known, made: [], guards: [] };
  const id = newId<ContactId>(scope.shard);
  const row = {
    id,
    senderId,
    name,
    externalIds,
    attributes: {},
    stage: null,
    notes: null,
    saidBy: null,
  };
  return {
    contactId: id,
    made: [createContact(scope, { ...row, createdAt: now() })],
    guards: [{ condition: externalIdsUnknown(scope, externalIds), error: () => new Raced() }],
  };
}
