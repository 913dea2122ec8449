/**
 * What happened, in the order it was written, for whoever acts on it: a row holds the events of one
 * transaction, and each consumer keeps how far it has read.
 */
import type { OutboxEvent } from "../domain/outbox.ts";
import { day, earlier, type Instant, times } from "../domain/units.ts";
import type { Statement } from "./scope.ts";
import { readShard } from "./shard.ts";

export type OutboxRow = { seq: number; events: OutboxEvent[] };

/** The first rows after a position, in their order. */
export async function readOutbox(
  d1: D1Database,
  { after, limit }: { after: number; limit: number },
): Promise<OutboxRow[]> {
  const results = await readShard<{ seq: number; events: string }>(
    d1,
    "clock",
    "SELECT seq, events FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?",
    after,
    limit,
  );
  return results.map(({ seq, events }) => ({ seq, events: JSON.parse(events) as OutboxEvent[] }));
}

/** How far each consumer has noted to have read; absent of one that has noted nothing. */
export async function readPositions(d1: D1Database): Promise<Map<string, number>> {
  const results = await readShard<{ consumer: string; seq: number }>(
    d1,
    "clock",
    "SELECT consumer, seq FROM outbox_positions",
  );
  return new Map(results.map(({ consumer, seq }) => [consumer, seq]));
}

/**
 * The quarter-hour of the first visit's end that a consumer has not read, or null where it has read all. Other rows it
 * may have passed without noting it.
 */
export async function readBacklog(d1: D1Database, consumer: string): Promise<Instant | null> {
  const [row] = await readShard<{ at: Instant }>(
    d1,
    "clock",
    `SELECT at FROM outbox WHERE seq > coalesce((SELECT seq FROM outbox_positions WHERE consumer = ?), 0)
       AND EXISTS (SELECT 1 FROM json_each(events) e WHERE e.value ->> 'kind' LIKE 'visit.%')
       ORDER BY seq LIMIT 1`,
    consumer,
  );
  return row?.at ?? null;
}

/** Statement: notes how far a consumer has read. It never goes back. */
export function movePosition(consumer: string, seq: number): Statement {
  const sql = `INSERT INTO outbox_positions (consumer, seq) VALUES (?, ?)
    ON CONFLICT (consumer) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > seq`;
  return { sql, params: [consumer, seq] };
}

/** What every consumer has read is kept this long, for one that is added later. */
const readFor = times(7, day);
/** What a consumer has not read in this long is given up. */
const unreadFor = times(30, day);
/** Most rows that one call deletes. */
const atOnce = 5000;

/**
 * Statement: forgets what all of these consumers have read and what is too old. The newest row stays, so
 * that no later one takes its number again.
 */
export function expireOutbox(consumers: readonly string[], now: Instant): Statement {
  // One that has no position yet has read nothing; with no consumer at all everything is read.
  const readByAll = `NOT EXISTS (
    SELECT 1 FROM json_each(?1) c LEFT JOIN outbox_positions p ON p.consumer = c.value
    WHERE coalesce(p.seq, 0) < o.seq)`;
  const sql = `DELETE FROM outbox WHERE seq IN (
    SELECT o.seq FROM outbox o
    WHERE o.seq < (SELECT max(seq) FROM outbox) AND (o.at < ?2 OR (o.at < ?3 AND ${readByAll}))
    ORDER BY o.seq LIMIT ?4)`;
  const params = [
    JSON.stringify(consumers),
    earlier(now, unreadFor),
    earlier(now, readFor),
    atOnce,
  ];
  return { sql, params };
}
