/** Senders' lists for a day. A list is made once; its lines change in what became of them alone. */
import { and, eq, sql } from "drizzle-orm";
import type { BriefingItemId, SenderId, ViewerId, WorkspaceId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { goodOutcomes } from "../domain/vocabulary.ts";
import { briefingItems, briefings } from "./schema.ts";
import {
  insert,
  type Scope,
  type Statement,
  select,
  selectOne,
  selectSql,
  update,
  writeSql,
} from "./scope.ts";
import { readShard } from "./shard.ts";

export type BriefingItemRow = typeof briefingItems.$inferSelect;

/** When a sender's list for a day was made, or null. */
export async function findBriefing(
  scope: Scope,
  senderId: SenderId,
  date: string,
): Promise<{ madeAt: Instant } | null> {
  return await selectOne(
    scope,
    briefings,
    and(eq(briefings.senderId, senderId), eq(briefings.date, date)),
  );
}

/** The lines of a list: those shown in their order, then those left out by viewer. */
export function listBriefingItems(
  scope: Scope,
  senderId: SenderId,
  date: string,
): Promise<BriefingItemRow[]> {
  return select(
    scope,
    briefingItems,
    [eq(briefingItems.senderId, senderId), eq(briefingItems.date, date)],
    {
      orderBy: [
        sql`${briefingItems.place} IS NULL`,
        sql`${briefingItems.place}`,
        sql`${briefingItems.viewerId}`,
      ],
    },
  );
}

/** The last line on which a viewer was shown to any sender, since a moment; null where there is none. */
export async function latestLineOf(
  scope: Scope,
  viewerId: ViewerId,
  since: Instant,
): Promise<BriefingItemRow | null> {
  const [row] = await select(
    scope,
    briefingItems,
    [
      eq(briefingItems.viewerId, viewerId),
      sql`${briefingItems.place} IS NOT NULL`,
      sql`${briefingItems.madeAt} >= ${since}`,
    ],
    { orderBy: [sql`${briefingItems.madeAt} DESC`], limit: 1 },
  );
  return row ?? null;
}

export function findBriefingItem(
  scope: Scope,
  senderId: SenderId,
  id: BriefingItemId,
): Promise<BriefingItemRow | null> {
  return selectOne(
    scope,
    briefingItems,
    and(eq(briefingItems.id, id), eq(briefingItems.senderId, senderId)),
  );
}

/** Statements: note a list and its lines, but of viewers who are gone meanwhile. The list's key is taken once. */
export function addBriefing(
  scope: Scope,
  { senderId, date, madeAt }: { senderId: SenderId; date: string; madeAt: Instant },
  items: readonly Omit<BriefingItemRow, "workspaceId">[],
): Statement[] {
  return [
    insert(scope, briefings, { senderId, date, madeAt }),
    writeSql(
      scope,
      `INSERT INTO briefing_items (workspace_id, id, sender_id, date, viewer_id, place, left_out, line, state, made_at)
       SELECT ?1, j.value ->> 'id', j.value ->> 'senderId', j.value ->> 'date', j.value ->> 'viewerId',
         j.value ->> 'place', j.value ->> 'leftOut', j.value ->> 'line', j.value ->> 'state', j.value ->> 'madeAt'
       FROM json_each(?2) AS j WHERE EXISTS (SELECT 1 FROM viewers v WHERE v.id = j.value ->> 'viewerId')`,
      JSON.stringify(items),
    ),
  ];
}

/** Statement: notes what became of a line. */
export function settleItem(
  scope: Scope,
  id: BriefingItemId,
  set: Pick<BriefingItemRow, "state" | "outcome" | "settledAt" | "snoozedUntil">,
): Statement {
  return update(scope, briefingItems, set, eq(briefingItems.id, id));
}

/** What a sender's lists came to lately, by viewer. */
export type Standing = {
  viewerId: ViewerId;
  contactedAt: Instant | null;
  snoozedUntil: Instant | null;
};

/** When a sender last turned to each viewer because of a list, and until when they put them off. */
export function readStandings(scope: Scope, senderId: SenderId): Promise<Standing[]> {
  return selectSql<Standing>(
    scope,
    `SELECT viewer_id AS viewerId, max(CASE state WHEN 'done' THEN settled_at END) AS contactedAt,
       max(snoozed_until) AS snoozedUntil
     FROM briefing_items WHERE workspace_id = ?1 AND sender_id = ?2 AND state <> 'open' GROUP BY viewer_id`,
    senderId,
  );
}

/** A line of a past list: its reasons' kinds, whether it was shown, whether it led to something in seven days. */
export type PastRow = { kinds: string[]; wasShown: boolean; hadOutcome: boolean };

const week = 7 * 86_400_000;
const mostPast = 5000;
const good = goodOutcomes.map((outcome) => `'${outcome}'`).join(", ");

/**
 * Lines that were shown, and those left out by the cap alone, whose seven days are over or that have led to
 * something. What leads to something is a goal that the viewer reached, or what the sender says.
 *
 * @param team - lines of this team's senders alone; null: of all
 */
export async function readPastLines(
  scope: Scope,
  since: Instant,
  now: Instant,
  team: string | null,
): Promise<PastRow[]> {
  const rows = await selectSql<{ kinds: string; wasShown: number; hadOutcome: number }>(
    scope,
    `SELECT kinds, wasShown, hadOutcome FROM (
       SELECT b.made_at AS madeAt, (SELECT json_group_array(r.value ->> 'kind') FROM json_each(b.line, '$.reasons') r) AS kinds,
         b.place IS NOT NULL AS wasShown,
         EXISTS (SELECT 1 FROM visits v JOIN goals g ON g.visit_id = v.id
           WHERE v.viewer_id = b.viewer_id AND v.quarter >= b.made_at AND v.quarter < b.made_at + ${week})
         OR EXISTS (SELECT 1 FROM briefing_items o WHERE o.viewer_id = b.viewer_id AND o.sender_id = b.sender_id
           AND o.outcome IN (${good}) AND o.settled_at >= b.made_at AND o.settled_at < b.made_at + ${week}) AS hadOutcome
       FROM briefing_items b
       WHERE b.workspace_id = ?1 AND b.made_at >= ?2 AND (b.place IS NOT NULL OR b.left_out = 'cap')
         AND (?4 IS NULL OR (SELECT s.team FROM senders s WHERE s.id = b.sender_id) = ?4)
       ORDER BY b.made_at DESC, b.id LIMIT ${mostPast})
     WHERE hadOutcome OR madeAt + ${week} <= ?3`,
    since,
    now,
    team,
  );
  return rows.map(({ kinds, wasShown, hadOutcome }) => ({
    kinds: JSON.parse(kinds) as string[],
    wasShown: wasShown === 1,
    hadOutcome: hadOutcome === 1,
  }));
}

/** Times at which turning to a viewer came to something, by viewer. */
export function readAnswers(
  scope: Scope,
  since: Instant,
): Promise<{ viewerId: ViewerId; at: Instant }[]> {
  return selectSql(
    scope,
    `SELECT viewer_id AS viewerId, settled_at AS at FROM briefing_items
     WHERE workspace_id = ?1 AND made_at >= ?2 AND outcome IN (${good})`,
    since,
  );
}

/** Senders without a list for a day, of workspaces in their morning; some of them at a time. */
export async function sendersWithoutBriefing(
  scope: Scope,
  date: string,
  limit: number,
): Promise<SenderId[]> {
  const rows = await selectSql<{ id: SenderId }>(
    scope,
    `SELECT s.id FROM senders s WHERE s.workspace_id = ?1 AND s.deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM briefings b WHERE b.sender_id = s.id AND b.date = ?2)
     ORDER BY s.created_at, s.id LIMIT ?3`,
    date,
    limit,
  );
  return rows.map(({ id }) => id);
}

/** All workspaces of a database with their timezones. */
export async function listTimezones(
  d1: D1Database,
): Promise<{ id: WorkspaceId; timezone: string }[]> {
  const results = await readShard<{ id: WorkspaceId; timezone: string }>(
    d1,
    "clock",
    "SELECT id, timezone FROM workspaces",
  );
  return results;
}
