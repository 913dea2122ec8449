import type { Instant } from "../domain/units.ts";
import type { Statement } from "./scope.ts";
import { readShard } from "./shard.ts";

export type DeadLetter = {
  id: string;
  /** The dead-letter queue it came from. */
  queue: string;
  body: string;
  diedAt: Instant;
  replayedAt: Instant | null;
};

/** Statement: keeps messages under their queue's name; one delivered twice is kept once. */
export function storeDeadLetters(
  queue: string,
  letters: readonly { id: string; body: string }[],
  now: Instant,
): Statement {
  const sql = `INSERT INTO dead_letters (id, queue, body, died_at)
    SELECT j.value ->> 'id', ?1, j.value ->> 'body', ?2
    FROM json_each(?3) AS j WHERE true ON CONFLICT DO NOTHING`;
  return { sql, params: [queue, now, JSON.stringify(letters)] };
}

/** The newest letters first, or, with `waiting`, those never sent again, the oldest first. */
export async function listDeadLetters(
  d1: D1Database,
  { limit, waiting = false }: { limit: number; waiting?: boolean },
): Promise<DeadLetter[]> {
  const results = await readShard<DeadLetter>(
    d1,
    "operator",
    `SELECT id, queue, body, died_at AS diedAt, replayed_at AS replayedAt FROM dead_letters
       ${waiting ? "WHERE replayed_at IS NULL ORDER BY died_at, id" : "ORDER BY died_at DESC, id"}
       LIMIT ?`,
    limit,
  );
  return results;
}

export async function countWaitingLetters(d1: D1Database): Promise<number> {
  const [row] = await readShard<{ n: number }>(
    d1,
    "operator",
    "SELECT count(*) AS n FROM dead_letters WHERE replayed_at IS NULL",
  );
  return row?.n ?? 0;
}

/** Statement: notes that letters were sent again. */
export function markReplayed(ids: readonly string[], now: Instant): Statement {
  const sql =
    "UPDATE dead_letters SET replayed_at = ?1 WHERE id IN (SELECT value FROM json_each(?2))";
  return { sql, params: [now, JSON.stringify(ids)] };
}

/** Statement: deletes letters that died before a time: they may name readers, who have a right to be forgotten. */
export function expireDeadLetters(before: Instant): Statement {
  return { sql: "DELETE FROM dead_letters WHERE died_at < ?", params: [before] };
}
