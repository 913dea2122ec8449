import { toHex } from "../../domain/encoding.ts";
import type { ApiKeyId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";
import type { ApiScope } from "../../domain/vocabulary.ts";
import { newApiKey, newId } from "../../storage/new-id.ts";
import type { Scope, Statement } from "../../storage/scope.ts";
import { createApiKey } from "../../storage/workspaces.ts";
import { sha256 } from "../sha256.ts";

/**
 * A new key and the statement that stores it. Only its SHA-256 is kept: a key has 233 random bits, so
 * a slow hash would protect nothing more.
 */
export async function makeApiKey(
  scope: Scope,
  name: string,
  scopes: ApiScope[],
  now: Instant,
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
  return toHex(await sha256(key));
}
