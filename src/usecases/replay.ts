/** A creating call repeated with the same Idempotency-Key gets the first answer again. */
import { toHex } from "../domain/encoding.ts";
import type { WorkspaceId } from "../domain/ids.ts";
import { findRecorded, type Recorded } from "../storage/commit.ts";
import type { Once } from "../storage/scope.ts";
import type { Context } from "./context.ts";
import { AppError } from "./errors.ts";
import { sha256 } from "./sha256.ts";

export { LostRace } from "../storage/commit.ts";
export type { Once } from "../storage/scope.ts";

export type Replay = { status: number; body: unknown };

/** Reads an Idempotency-Key header and binds it to the request it came with. */
export async function readOnce(key: string | undefined, request: string): Promise<Once | null> {
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new AppError(
      "malformed",
      "An Idempotency-Key is 1 to 128 printable ASCII characters, a UUID for instance.",
    );
  }
  return { key, requestHash: toHex(await sha256(request)) };
}

/**
 * The first answer to a key within 24 hours, or null where there is none. Throws
 * `idempotency-key-reused` for another request under the same key, and `secret-already-issued` where
 * the answer held a secret.
 */
export async function replay(
  ctx: Context,
  workspaceId: WorkspaceId,
  once: Once,
): Promise<Replay | null> {
  const recorded: Recorded | null = await findRecorded(
    ctx.shards,
    workspaceId,
    once.key,
    ctx.now(),
  );
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
  return { status: recorded.status, body: JSON.parse(recorded.answer) };
}
