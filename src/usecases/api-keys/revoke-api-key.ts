import type { ApiKeyId } from "../../domain/ids.ts";
import {
  anotherAdminKey,
  findApiKeyById,
  revokeApiKey as revoke,
} from "../../storage/workspaces.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/**
 * Ends a key at once. Throws `conflict` for the last key that may manage keys, or nobody could make
 * another: also where two keys end each other in the same moment.
 */
export async function revokeApiKey(caller: Caller, id: ApiKeyId) {
  requireScope(caller, "admin");
  const key = found(await findApiKeyById(caller.scope, id), "API key");
  const now = caller.now();
  const condition = anotherAdminKey(caller.scope, id, now);
  return await write(caller, {
    statements: [revoke(caller.scope, id, now)],
    guards: key.scopes.includes("admin") ? [{ condition, error: lastAdmin }] : [],
    outcome: "done",
    answer: undefined,
    audit: { verb: "api-key.revoke", subject: id },
  });
}

function lastAdmin(): AppError {
  return new AppError(
    "conflict",
    "This is the last key with the admin scope. Make another one first, then revoke this one.",
  );
}
