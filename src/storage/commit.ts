/** Idempotent creation: the answer is recorded in the same batch as what it answers for. */

import { eq, lte } from "drizzle-orm";
import type { WorkspaceId } from "../domain/ids.ts";
import { day, earlier, type Instant } from "../domain/units.ts";
import { idempotency } from "./schema.ts";
import {
  batch,
  insert,
  isUniqueViolation,
  openScope,
  remove,
  type Scope,
  type Shards,
  type Statement,
  selectOne,
  update,
} from "./scope.ts";

/** What a creating call answers. An answer that holds a secret is recorded without its body. */
export type Answer = { status: number; body: unknown; secret?: boolean };

/** The same Idempotency-Key was used by a call that finished between our look and our write. */
export class LostRace extends Error {}

export type Recorded = { requestHash: string; status: number; answer: string | null };

/** What an Idempotency-Key answered within the last 24 hours, or null. */
export async function findRecorded(
  shards: Shards,
  workspaceId: WorkspaceId,
  key: string,
  now: Instant,
): Promise<Recorded | null> {
  const scope = openScope(shards, workspaceId, null);
  const row = await selectOne(scope, idempotency, eq(idempotency.key, key));
  return row && row.createdAt > earlier(now, day) ? row : null;
}

/**
 * Writes the statements, and the record of their answer where the call carries an Idempotency-Key, in
 * one transaction. Throws LostRace where a concurrent call with the same key was first.
 */
export async function commit(
  scope: Scope,
  now: Instant,
  statements: Statement[],
  answer: Answer,
): Promise<void> {
  if (!scope.once) return batch(scope, statements);
  const { key, requestHash } = scope.once;
  const stale = remove(
    scope,
    idempotency,
    eq(idempotency.key, key),
    lte(idempotency.createdAt, earlier(now, day)),
  );
  const record = insert(scope, idempotency, {
    key,
    requestHash,
    status: answer.status,
    answer: answer.secret ? null : JSON.stringify(answer.body),
    createdAt: now,
  });
  try {
    await batch(scope, [stale, ...statements, record]);
  } catch (error) {
    if (
      isUniqueViolation(error) &&
      String(error instanceof Error ? error.cause : "").includes("idempotency")
    ) {
      throw new LostRace();
    }
    throw error;
  }
}

/** Statements that change what a call with an Idempotency-Key has answered; none where it has no key. */
export function reviseAnswer(scope: Scope, { status, body }: Omit<Answer, "secret">): Statement[] {
  if (!scope.once) return [];
  const set = { status, answer: JSON.stringify(body) };
  return [update(scope, idempotency, set, eq(idempotency.key, scope.once.key))];
}

/** Statements that forget what a call with an Idempotency-Key has answered: it came to nothing. */
export function forgetAnswer(scope: Scope): Statement[] {
  if (!scope.once) return [];
  return [remove(scope, idempotency, eq(idempotency.key, scope.once.key))];
}

/** Forgets records older than a day; returns how many. */
export async function expireRecorded(d1: D1Database, now: Instant): Promise<number> {
  const { meta } = await d1
    .prepare("DELETE FROM idempotency WHERE created_at <= ?")
    .bind(earlier(now, day))
    .run();
  return meta.changes;
}
