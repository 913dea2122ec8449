import { and, eq, isNull, sql } from "drizzle-orm";
import type { ContactId, ContentId, LinkCode, SenderId, TargetId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { links } from "./schema.ts";
import { insert, type Scope, type Statement, select, selectOne, update } from "./scope.ts";

export type Link = typeof links.$inferSelect;
export type LinkIdentity = {
  target: TargetId;
  senderId: SenderId;
  channel: string;
  contactId: ContactId | null;
};

const alive = isNull(links.deletedAt);

export function createLink(
  scope: Scope,
  row: Omit<Link, "workspaceId" | "clicks" | "botClicks" | "opens" | "deletedAt">,
): Statement {
  return insert(scope, links, { ...row, clicks: 0, botClicks: 0, opens: 0 });
}

export function findLink(scope: Scope, code: LinkCode): Promise<Link | null> {
  return selectOne(scope, links, eq(links.code, code), alive);
}

/** The link that the same target, sender, channel and contact already have, or null. */
export function findLinkByIdentity(scope: Scope, identity: LinkIdentity): Promise<Link | null> {
  const { target, senderId, channel, contactId } = identity;
  return selectOne(
    scope,
    links,
    and(eq(links.target, target), eq(links.senderId, senderId), eq(links.channel, channel)),
    sql`coalesce(${links.contactId}, '') = ${contactId ?? ""}`,
    alive,
  );
}

export async function updateLink(
  scope: Scope,
  code: LinkCode,
  set: Partial<Pick<Link, "expiresAt" | "maxClicks" | "paused" | "deletedAt">>,
): Promise<void> {
  if (Object.keys(set).length > 0) await update(scope, links, set, eq(links.code, code));
}

export function listLinks(
  scope: Scope,
  page: PageQuery,
  filter: { contentId?: ContentId | undefined; senderId?: SenderId | undefined },
) {
  return selectPage(
    scope,
    links,
    { at: links.createdAt, id: links.code, place: (row) => ({ at: row.createdAt, id: row.code }) },
    page,
    [
      alive,
      filter.contentId === undefined ? undefined : eq(links.contentId, filter.contentId),
      filter.senderId === undefined ? undefined : eq(links.senderId, filter.senderId),
    ],
  );
}

/**
 * Uses up one click of a capped link by one conditional update, so that concurrent readers cannot
 * pass the cap. False where none is left.
 */
export async function useClick(d1: D1Database, code: LinkCode): Promise<boolean> {
  const { meta } = await d1
    .prepare("UPDATE links SET clicks = clicks + 1 WHERE code = ? AND clicks < max_clicks")
    .bind(code)
    .run();
  return meta.changes > 0;
}

/** What the queue counted since its last batch, per link. */
export type LinkCount = { code: LinkCode; clicks: number; botClicks: number; opens: number };

/** Adds counted clicks and opens to their links, all in one statement. */
export async function addLinkCounts(d1: D1Database, counts: LinkCount[]): Promise<void> {
  if (counts.length === 0) return;
  await d1
    .prepare(
      `UPDATE links SET
         clicks = clicks + (j.value ->> 'clicks'),
         bot_clicks = bot_clicks + (j.value ->> 'botClicks'),
         opens = opens + (j.value ->> 'opens')
       FROM json_each(?) AS j WHERE links.code = j.value ->> 'code'`,
    )
    .bind(JSON.stringify(counts))
    .run();
}

/** Links of a target by sender: the ones without a contact, in one channel. */
export async function findLinksOfSenders(
  scope: Scope,
  target: TargetId,
  channel: string,
  senderIds: readonly SenderId[],
): Promise<Map<SenderId, Link>> {
  const rows = await select(scope, links, [
    eq(links.target, target),
    eq(links.channel, channel),
    sql`${links.senderId} IN (SELECT value FROM json_each(${JSON.stringify(senderIds)}))`,
    isNull(links.contactId),
    alive,
  ]);
  return new Map(rows.map((row) => [row.senderId, row]));
}

/** Adds content links by one statement; those that somebody added in the meantime are left out. */
export async function createContentLinks(
  scope: Scope,
  contentId: ContentId,
  channel: string,
  wanted: readonly { code: LinkCode; senderId: SenderId }[],
  now: Instant,
): Promise<void> {
  await scope.d1
    .prepare(
      `INSERT INTO links (code, workspace_id, target, content_id, sender_id, channel, created_at)
       SELECT j.value ->> 'code', ?1, ?2, ?2, j.value ->> 'senderId', ?3, ?4
       FROM json_each(?5) AS j WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(scope.workspaceId, contentId, channel, now, JSON.stringify(wanted))
    .run();
}
