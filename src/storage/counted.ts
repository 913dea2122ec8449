/** Clicks and opens, each counted once however often the queue delivers its message. */
import type { LinkCode } from "../domain/ids.ts";
import { day, type Instant, startOf } from "../domain/units.ts";
import type { CountedAct } from "../domain/vocabulary.ts";
import { leadsToNothing } from "./link-facts.ts";
import type { Statement } from "./scope.ts";

/** One message: its id and time are the queue's own, the same each time it is delivered. */
export type CountedMessage = { id: string; sentAt: Instant; code: LinkCode; what: CountedAct };

/**
 * Statements: adds clicks and opens to their links, and remembers their messages; to be run as one
 * transaction. None where nothing was counted. To what has been deleted nothing is added.
 */
export function addCounted(messages: readonly CountedMessage[]): Statement[] {
  if (messages.length === 0) return [];
  const rows = JSON.stringify(
    messages.map(({ sentAt, ...message }) => ({ ...message, day: startOf(day, sentAt) })),
  );
  const add = `UPDATE links SET
      clicks = links.clicks + n.clicks,
      bot_clicks = links.bot_clicks + n.bot_clicks,
      opens = links.opens + n.opens
    FROM (
      SELECT j.value ->> 'code' AS code,
        sum(j.value ->> 'what' = 'click') AS clicks,
        sum(j.value ->> 'what' = 'bot-click') AS bot_clicks,
        sum(j.value ->> 'what' = 'open') AS opens
      FROM json_each(?) AS j CROSS JOIN links l ON l.code = j.value ->> 'code'
      LEFT JOIN contents c ON c.id = l.content_id
      WHERE NOT ${leadsToNothing} AND NOT EXISTS (
        SELECT 1 FROM counted m WHERE m.day = j.value ->> 'day' AND m.id = j.value ->> 'id')
      GROUP BY 1
    ) AS n WHERE links.code = n.code`;
  const remember = `INSERT INTO counted (day, id) SELECT j.value ->> 'day', j.value ->> 'id'
    FROM json_each(?) AS j WHERE true ON CONFLICT DO NOTHING`;
  return [add, remember].map((sql) => ({ sql, params: [rows] }));
}

/** Statement: forgets messages sent before a time; no queue keeps one that long. */
export function expireCounted(before: Instant): Statement {
  return { sql: "DELETE FROM counted WHERE day < ?", params: [startOf(day, before)] };
}
