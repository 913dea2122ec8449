/** A creating call repeated with the same Idempotency-Key gets the first answer again. */

import type { Outcome } from "../../domain/vocabulary.ts";
import {
  findRecorded,
  forgetAnswer as forget,
  reviseAnswer as revise,
} from "../../storage/idempotency.ts";
import type { Statement } from "../../storage/scope.ts";
import { AppError } from "../errors.ts";
import { sha256Hex } from "../sha256.ts";
import type { Caller, Scoped } from "./context.ts";

/** What makes a creating call happen once: the client's key and a hash of the request. */
export type Once = { key: string; requestHash: string };

export type Replay = { outcome: Outcome; body: unknown };

/** Reads an Idempotency-Key header and binds it to the request it came with. Throws `malformed`. */
export async function readOnce(key: string, request: string): Promise<Once> {
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new AppError(
      "malformed",
      "An Idempotency-Key is 1 to 128 printable ASCII characters, a UUID for instance.",
    );
  }
  return { key, requestHash: await sha256Hex(request) };
}

/**
 * The first answer to a key within 24 hours, or null where there is none. Throws
 * `idempotency-key-reused` for another request under the same key, and `secret-already-issued` where
 * the answer held a secret.
 */
export async function replay(
  ctx: Pick<Scoped, "scope" | "now">,
  once: Once,
): Promise<Replay | null> {
  const recorded = await findRecorded(ctx.scope, once.key, ctx.now());
  if (!recorded) return null;
  if (recorded.requestHash !== once.requestHash) {
    throw new AppError(
      "idempotency-key-reused",
      "This Idempotency-Key was used for another request. Use a new key for a new request.",
    );
  }
  if (recorded.answer === null) {
    throw new AppError(
      "secret-already-issued",
      "This call succeeded before and its secret was shown then. Make a new one if it was lost.",
    );
  }
  return { outcome: recorded.outcome, body: JSON.parse(recorded.answer) };
}

/** Statements: changes what a call with an Idempotency-Key has answered; none where it has no key. */
export function reviseAnswer(
  { scope, once }: Caller,
  { outcome, body }: { outcome: Outcome; body: unknown },
): Statement[] {
  if (!once) return [];
  return [revise(scope, once.key, { outcome, answer: JSON.stringify(body) })];
}

/** Statements: forgets what a call with an Idempotency-Key has answered: it came to nothing. */
export function forgetAnswer({ scope, once }: Caller): Statement[] {
  return once ? [forget(scope, once.key)] : [];
}
