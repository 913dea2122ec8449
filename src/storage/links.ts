import { desc, eq, isNull, sql } from "drizzle-orm";
import type { ContactId, ContentId, LinkCode, SenderId, TargetId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { links } from "./schema.ts";
import {
  isIn,
  type Scope,
  type Statement,
  select,
  selectIn,
  selectOne,
  selectSql,
  update,
  writeSql,
} from "./scope.ts";
import { isOfTeam } from "./senders.ts";

export type Link = typeof links.$inferSelect;
export type LinkIdentity = {
  target: TargetId;
  senderId: SenderId;
  channel: string;
  contactId: ContactId | null;
};

const alive = isNull(links.deletedAt);

/** Statement: adds links. Fails as a unique violation where one of them exists already. */
export function createLinks(scope: Scope, rows: readonly Link[]): Statement {
  return writeSql(
    scope,
    `INSERT INTO links (workspace_id, code, target, content_id, url, sender_id, channel, contact_id,
       expires_at, max_clicks, paused, created_at)
     SELECT ?1, j.value ->> 'code', j.value ->> 'target', j.value ->> 'contentId', j.value ->> 'url',
       j.value ->> 'senderId', j.value ->> 'channel', j.value ->> 'contactId',
       j.value ->> 'expiresAt', j.value ->> 'maxClicks', j.value ->> 'paused', j.value ->> 'createdAt'
     FROM json_each(?2) AS j`,
    JSON.stringify(rows),
  );
}

export function findLink(scope: Scope, code: LinkCode): Promise<Link | null> {
  return selectOne(scope, links, eq(links.code, code), alive);
}

/** The links that some targets, senders, channels and contacts have already. */
export async function findLinksByIdentity(
  scope: Scope,
  identities: readonly LinkIdentity[],
): Promise<Link[]> {
  if (identities.length === 0) return [];
  const keys = identities.map(({ target, senderId, channel, contactId }) => ({
    target,
    senderId,
    channel,
    contactId: contactId ?? "",
  }));
  const wanted = sql`(${links.target}, ${links.senderId}, ${links.channel}, coalesce(${links.contactId}, '')) IN (
    SELECT value ->> 'target', value ->> 'senderId', value ->> 'channel', value ->> 'contactId'
    FROM json_each(${JSON.stringify(keys)}))`;
  return await select(scope, links, [wanted, alive]);
}

/** The links that were made for some contacts. */
export async function findLinksOfContacts(
  scope: Scope,
  contactIds: readonly ContactId[],
): Promise<Link[]> {
  return await selectIn(scope, links, links.contactId, contactIds);
}

/** The codes of a sender's links, the newest first. */
export async function codesOfSender(scope: Scope, senderId: SenderId): Promise<LinkCode[]> {
  const rows = await select(scope, links, [eq(links.senderId, senderId), alive], {
    orderBy: [desc(links.createdAt)],
  });
  return rows.map(({ code }) => code);
}

/** The codes of links whose pages show a sender, theirs and those of whom they took over from; the newest first. */
export async function codesShowing(
  scope: Scope,
  senderId: SenderId,
  most: number,
): Promise<LinkCode[]> {
  const rows = await selectSql<{ code: LinkCode }>(
    scope,
    `SELECT l.code FROM senders s CROSS JOIN links l ON l.workspace_id = ?1 AND l.sender_id = s.id
     WHERE s.workspace_id = ?1 AND (s.id = ?2 OR s.handed_to = ?2) AND l.deleted_at IS NULL
     ORDER BY l.created_at DESC LIMIT ?3`,
    senderId,
    most,
  );
  return rows.map(({ code }) => code);
}

/**
 * Statement: a sender's links are another's, but those of which the other has one already: they go on, and are told as
 * the other's by whom they were handed to.
 */
export function handOverLinks(scope: Scope, from: SenderId, to: SenderId): Statement {
  return writeSql(
    scope,
    `UPDATE links SET sender_id = ?3 WHERE workspace_id = ?1 AND sender_id = ?2 AND deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM links o WHERE o.workspace_id = ?1 AND o.target = links.target
         AND o.sender_id = ?3 AND o.channel = links.channel
         AND coalesce(o.contact_id, '') = coalesce(links.contact_id, '') AND o.deleted_at IS NULL)`,
    from,
    to,
  );
}

/** Statement: all of a sender's links lead nowhere until somebody resumes them. */
export function pauseLinks(scope: Scope, senderId: SenderId): Statement {
  return update(scope, links, { paused: true }, eq(links.senderId, senderId));
}

/** Statement: changes a link. */
export function updateLink(
  scope: Scope,
  code: LinkCode,
  set: Partial<Pick<Link, "expiresAt" | "maxClicks" | "paused" | "deletedAt">>,
): Statement {
  return update(scope, links, set, eq(links.code, code));
}

export function listLinks(
  scope: Scope,
  page: PageQuery,
  filter: {
    contentId?: ContentId | undefined;
    senderId?: SenderId | undefined;
    team?: string | undefined;
  },
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
      filter.team === undefined ? undefined : isOfTeam(scope, links.senderId, filter.team),
    ],
  );
}

/**
 * Statement: uses up one click of a capped link; conditional, so that concurrent readers cannot pass the
 * cap. Changes no row where none is left.
 */
export function useClick(code: LinkCode): Statement {
  const text = "UPDATE links SET clicks = clicks + 1 WHERE code = ? AND clicks < max_clicks";
  return { sql: text, params: [code] };
}

/** Links of a target by sender: the ones without a contact, in some channels. */
export function findLinksOfSenders(
  scope: Scope,
  target: TargetId,
  channels: readonly string[],
  senderIds: readonly SenderId[],
): Promise<Link[]> {
  return select(scope, links, [
    eq(links.target, target),
    isIn(links.senderId, senderIds),
    isIn(links.channel, channels),
    isNull(links.contactId),
    alive,
  ]);
}

/** Statement: adds content links; those that somebody added in the meantime are left out. */
export function createContentLinks(
  scope: Scope,
  contentId: ContentId,
  wanted: readonly { code: LinkCode; senderId: SenderId; channel: string }[],
  now: Instant,
): Statement {
  return writeSql(
    scope,
    `INSERT INTO links (workspace_id, code, target, content_id, sender_id, channel, created_at)
     SELECT ?1, j.value ->> 'code', ?2, ?2, j.value ->> 'senderId', j.value ->> 'channel', ?3
     FROM json_each(?4) AS j WHERE true ON CONFLICT DO NOTHING`,
    contentId,
    now,
    JSON.stringify(wanted),
  );
}

/** Clicks and opens of all links that a content ever had. */
export async function countsOfContent(
  scope: Scope,
  contentId: ContentId,
): Promise<{ clicks: number; opens: number }> {
  const [row] = await selectSql<{ clicks: number; opens: number }>(
    scope,
    `SELECT coalesce(sum(clicks), 0) AS clicks, coalesce(sum(opens), 0) AS opens FROM links
     WHERE workspace_id = ?1 AND content_id = ?2`,
    contentId,
  );
  return row ?? { clicks: 0, opens: 0 };
}
