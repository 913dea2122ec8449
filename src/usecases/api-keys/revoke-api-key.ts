import type { ApiKeyId } from "../../domain/ids.ts";
import { activeKeys, revokeApiKey as revoke } from "../../storage/workspaces.ts";
import type { Caller } from "../context.ts";
import { AppError, found } from "../errors.ts";

/** Ends a key at once. The last key that may manage keys stays, or nobody could make another. */
export async function revokeApiKey(caller: Caller, id: ApiKeyId): Promise<void> {
  const active = await activeKeys(caller.scope);
  const admins = active.filter((key) => key.scopes.includes("admin"));
  if (admins.length === 1 && admins[0]?.id === id) {
    throw new AppError(
      "conflict",
      "This is the last key with the admin scope. Make another one first, then revoke this one.",
    );
  }
  found((await revoke(caller.scope, id, caller.now())) || null, "API key");
}
