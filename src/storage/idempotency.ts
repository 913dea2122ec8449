/** What calls with an Idempotency-Key have answered, for a day. */

import { eq, lte } from "drizzle-orm";
import { day, earlier, type Instant } from "../domain/units.ts";
import type { Outcome } from "../domain/vocabulary.ts";
import { idempotency } from "./schema.ts";
import { insert, remove, type Scope, type Statement, selectOne, update } from "./scope.ts";

export type Recorded = { requestHash: string; outcome: Outcome; answer: string | null };

/** What an Idempotency-Key answered within the last 24 hours, or null. */
export async function findRecorded(
  scope: Scope,
  key: string,
  now: Instant,
): Promise<Recorded | null> {
  const row = await selectOne(scope, idempotency, eq(idempotency.key, key));
  return row && row.createdAt > earlier(now, day) ? row : null;
}

/** Statements: the key's answer, in place of one that is older than a day. */
export function recordAnswer(
  scope: Scope,
  now: Instant,
  row: Recorded & { key: string },
): [Statement, Statement] {
  const stale = [eq(idempotency.key, row.key), lte(idempotency.createdAt, earlier(now, day))];
  return [
    remove(scope, idempotency, ...stale),
    insert(scope, idempotency, { ...row, createdAt: now }),
  ];
}

/** Statement: changes what a key has answered. */
export function reviseAnswer(
  scope: Scope,
  key: string,
  answer: Pick<Recorded, "outcome" | "answer">,
): Statement {
  return update(scope, idempotency, answer, eq(idempotency.key, key));
}

/** Statement: forgets what a key has answered: it came to nothing. */
export function forgetAnswer(scope: Scope, key: string): Statement {
  return remove(scope, idempotency, eq(idempotency.key, key));
}

/** Statement: forgets records older than a day, whosever they are. */
export function expireRecorded(now: Instant): Statement {
  return { sql: "DELETE FROM idempotency WHERE created_at <= ?", params: [earlier(now, day)] };
}
