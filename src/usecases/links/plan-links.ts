/** Which of the links that are wanted exist, which are made, and which cannot be: for one as for many. */

import {
  type TargetId,
  targetOfContent,
  targetOfHash,
  type WorkspaceId,
} from "../../domain/ids.ts";
import { findContacts } from "../../storage/contacts.ts";
import { findContents } from "../../storage/contents.ts";
import {
  findLinksByIdentity,
  createLinks as insertLinks,
  type Link,
  type LinkIdentity,
  updateLink,
} from "../../storage/links.ts";
import { newCode } from "../../storage/new-id.ts";
import type { Statement } from "../../storage/scope.ts";
import { findSenders, sendersThere } from "../../storage/senders.ts";
import { AppError, found, invalidField } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { Raced } from "../kernel/repeat.ts";
import type { Guard } from "../kernel/write.ts";
import { sha256Hex } from "../sha256.ts";
import { readFuture } from "../time.ts";
import type { NewLink } from "./create-link.ts";
import { checkOutsideUrl } from "./outside-url.ts";

/** Where a link is meant to go when nobody says. */
export const defaultChannel = "moments";

/** Nobody made one of the links meanwhile; whoever finds one there reads again and gives that one. */
const linkIsFree: Guard = { free: "links_by_identity", error: () => new Raced() };

/** `isNew` for a link that is made; `set` for what the call changes on one that exists. */
export type Planned =
  | { error: AppError }
  | { row: Link; isNew: boolean; set: Partial<LinkSettings> };

type LinkSettings = Pick<Link, "expiresAt" | "maxClicks" | "paused">;

/** What becomes of each input, in order, the statement that makes those that are new, and what must hold then. */
export async function planLinks(
  ctx: Scoped,
  inputs: readonly NewLink[],
): Promise<{ planned: Planned[]; statements: Statement[]; guards: Guard[] }> {
  const known = await readKnown(ctx, inputs);
  const wanted = await Promise.all(
    inputs.map(async (input): Promise<Link | { error: AppError }> => {
      try {
        return await check(ctx, input, known);
      } catch (error) {
        if (error instanceof AppError) return { error };
        throw error;
      }
    }),
  );
  const identities = wanted.flatMap((one) => ("error" in one ? [] : one));
  const existing = new Map(
    (await findLinksByIdentity(ctx.scope, identities)).map((row) => [keyOf(row), row]),
  );
  const made: Link[] = [];
  const changes: Statement[] = [];
  const planned = wanted.map((one, index): Planned => {
    if ("error" in one) return one;
    const row = existing.get(keyOf(one));
    if (!row) {
      // One that the same call names twice is one link.
      existing.set(keyOf(one), one);
      made.push(one);
      return { row: one, isNew: true, set: {} };
    }
    const set = settingsOf(inputs[index], one);
    if (Object.keys(set).length > 0) changes.push(updateLink(ctx.scope, row.code, set));
    return { row: { ...row, ...set }, isNew: false, set };
  });
  if (made.length === 0) return { planned, statements: changes, guards: [] };
  // Whoever takes over gets the links that there are: nobody who leaves is given one afterwards.
  const senders = sendersThere(ctx.scope, unique(made.map(({ senderId }) => senderId)));
  return {
    planned,
    statements: [insertLinks(ctx.scope, made), ...changes],
    guards: [linkIsFree, { condition: senders, error: () => new Raced() }],
  };
}

/** The settings that a call names: they hold for a link that exists already too. */
function settingsOf(input: NewLink | undefined, one: Link): Partial<LinkSettings> {
  const { expiresAt, maxClicks, paused } = one;
  return {
    ...(input?.expiresAt === undefined ? {} : { expiresAt }),
    ...(input?.maxClicks === undefined ? {} : { maxClicks }),
    ...(input?.paused === undefined ? {} : { paused }),
  };
}

/** Readers of a changed link see it within their minute, of this isolate at once. */
export async function forgetChanged(ctx: Scoped, planned: readonly Planned[]): Promise<void> {
  for (const plan of planned) {
    if (!("error" in plan) && Object.keys(plan.set).length > 0)
      await ctx.links.forget(plan.row.code);
  }
}

const keyOf = ({ target, senderId, channel, contactId }: LinkIdentity) =>
  [target, senderId, channel, contactId ?? ""].join("\n");

type Known = Awaited<ReturnType<typeof readKnown>>;

/** The contents, senders and contacts that the inputs name: three queries, however many these are. */
async function readKnown({ scope }: Scoped, inputs: readonly NewLink[]) {
  const [contents, senders, contacts] = await Promise.all([
    findContents(scope, unique(inputs.flatMap(({ contentId }) => contentId ?? []))),
    findSenders(scope, unique(inputs.map(({ senderId }) => senderId))),
    findContacts(scope, unique(inputs.flatMap(({ contactId }) => contactId ?? []))),
  ]);
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  return { contents: byId(contents), senders: byId(senders), contacts: byId(contacts) };
}

const unique = <T>(values: T[]) => [...new Set(values)];

/** The row of a link that may be made. Throws `not-found` or `invalid` for one that may not. */
async function check(ctx: Scoped, input: NewLink, known: Known): Promise<Link> {
  const { scope } = ctx;
  const place = await resolveTarget(ctx, input, known);
  found(known.senders.get(input.senderId), "sender");
  const contactId = input.contactId ?? null;
  if (contactId && found(known.contacts.get(contactId), "contact").senderId !== input.senderId) {
    throw invalidField("contactId", "This contact belongs to another sender.");
  }
  const now = ctx.now();
  return {
    ...place,
    senderId: input.senderId,
    channel: input.channel ?? defaultChannel,
    contactId,
    code: newCode(scope.shard),
    workspaceId: scope.workspaceId,
    expiresAt: readFuture("expiresAt", input.expiresAt, now),
    maxClicks: input.maxClicks ?? null,
    paused: input.paused ?? false,
    clicks: 0,
    botClicks: 0,
    opens: 0,
    createdAt: now,
    deletedAt: null,
  };
}

async function resolveTarget(
  { scope }: Scoped,
  { contentId, url }: NewLink,
  { contents }: Known,
): Promise<Pick<Link, "contentId" | "url" | "target">> {
  if ((contentId === undefined) === (url === undefined)) {
    throw invalidField("contentId", "Give either contentId or url.");
  }
  if (contentId !== undefined) {
    found(contents.get(contentId), "content");
    return { contentId, url: null, target: targetOfContent(contentId) };
  }
  const outside = checkOutsideUrl(url ?? "");
  return { contentId: null, url: outside, target: await targetOfUrl(scope.workspaceId, outside) };
}

/** The same URL in the same workspace is the same target. */
async function targetOfUrl(workspaceId: WorkspaceId, url: string): Promise<TargetId> {
  const hash = await sha256Hex(`${workspaceId}\n${url}`);
  return targetOfHash(workspaceId, hash.slice(0, 20));
}
