import { toHex } from "../../domain/encoding.ts";
import {
  type ContactId,
  type ContentId,
  type SenderId,
  type TargetId,
  targetOfContent,
  targetOfHash,
  type WorkspaceId,
} from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import { commit } from "../../storage/commit.ts";
import { findContact } from "../../storage/contacts.ts";
import { findContent } from "../../storage/contents.ts";
import { findLinkByIdentity, createLink as insertLink, type Link } from "../../storage/links.ts";
import { newCode } from "../../storage/new-id.ts";
import { isUniqueViolation } from "../../storage/scope.ts";
import { findSender } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { sha256 } from "../sha256.ts";
import { instantOf } from "../time.ts";
import { viewLink } from "./link-view.ts";
import { checkOutsideUrl } from "./outside-url.ts";

export type NewLink = {
  contentId?: ContentId | undefined;
  url?: string | undefined;
  senderId: SenderId;
  channel?: string | undefined;
  contactId?: ContactId | null | undefined;
  expiresAt?: string | null | undefined;
  maxClicks?: number | null | undefined;
  paused?: boolean | undefined;
};

/**
 * Makes a link, or gives the one that the same target, sender, channel and contact have already:
 * `created` says which. An existing link keeps its own expiry, cap and pause.
 */
export async function createLink(caller: Caller, input: NewLink) {
  const { scope } = caller;
  const { contentId, url, target } = await resolveTarget(caller, input);
  found(await findSender(scope, input.senderId), "sender");
  const contactId = input.contactId ?? null;
  if (contactId) {
    const contact = found(await findContact(scope, contactId), "contact");
    if (contact.senderId !== input.senderId) {
      throw invalidField("contactId", "This contact belongs to another sender.");
    }
  }
  const channel = input.channel ?? defaultChannel;
  const identity = { target, senderId: input.senderId, channel, contactId };
  const existing = await findLinkByIdentity(scope, identity);
  if (existing) return await giveExisting(caller, existing);

  const now = caller.now();
  const row: Link = {
    ...identity,
    code: newCode(scope.shard),
    workspaceId: scope.workspaceId,
    contentId,
    url,
    expiresAt: readExpiry(input.expiresAt, now),
    maxClicks: input.maxClicks ?? null,
    paused: input.paused ?? false,
    clicks: 0,
    botClicks: 0,
    opens: 0,
    createdAt: now,
    deletedAt: null,
  };
  const link = viewLink(caller, row);
  try {
    await commit(scope, now, [insertLink(scope, row)], { status: 201, body: link });
    return { created: true, link };
  } catch (error) {
    const winner = isUniqueViolation(error) ? await findLinkByIdentity(scope, identity) : null;
    if (!winner) throw error;
    return await giveExisting(caller, winner);
  }
}

async function giveExisting(caller: Caller, row: Link) {
  const link = viewLink(caller, row);
  await commit(caller.scope, caller.now(), [], { status: 200, body: link });
  return { created: false, link };
}

async function resolveTarget(
  { scope }: Caller,
  { contentId, url }: NewLink,
): Promise<{ contentId: ContentId | null; url: string | null; target: TargetId }> {
  if ((contentId === undefined) === (url === undefined)) {
    throw new AppError("invalid", "Give either contentId or url.", [
      { path: "contentId", message: "Give either contentId or url." },
    ]);
  }
  if (contentId !== undefined) {
    found(await findContent(scope, contentId), "content");
    return { contentId, url: null, target: targetOfContent(contentId) };
  }
  const outside = checkOutsideUrl(url ?? "");
  return { contentId: null, url: outside, target: await targetOfUrl(scope.workspaceId, outside) };
}

/** The same URL in the same workspace is the same target. */
async function targetOfUrl(workspaceId: WorkspaceId, url: string): Promise<TargetId> {
  return targetOfHash(workspaceId, toHex((await sha256(`${workspaceId}\n${url}`)).subarray(0, 10)));
}

/** Reads an RFC 3339 time that has not passed yet. */
export function readExpiry(text: string | null | undefined, now: Instant): Instant | null {
  if (text === null || text === undefined) return null;
  const at = instantOf(text);
  if (Number.isNaN(at) || at <= now) {
    throw invalidField("expiresAt", "Use an RFC 3339 time that has not passed yet.");
  }
  return at;
}
