import { type ApiKeyId, type Ms, newApiKey, newId } from "../../storage/ids.ts";
import type { ApiScope } from "../../storage/schema.ts";
import type { Scope, Statement } from "../../storage/scope.ts";
import { createApiKey } from "../../storage/workspaces.ts";

/**
 * A new key and the statement that stores it. Only its SHA-256 is kept: a key has 233 random bits, so
 * a slow hash would protect nothing more.
 */
export async function makeApiKey(
  scope: Scope,
  name: string,
  scopes: ApiScope[],
  now: Ms,
): Promise<{ id: ApiKeyId; key: string; statement: Statement }> {
  const id = newId<ApiKeyId>(scope.shard);
  const key = newApiKey(scope.shard);
  const statement = createApiKey(scope, {
    id,
    name,
    scopes,
    hash: await hashApiKey(key),
    hint: key.slice(-4),
    createdAt: now,
    revokedAt: null,
  });
  return { id, key, statement };
}

/** SHA-256 of a key, in hex. */
export async function hashApiKey(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
