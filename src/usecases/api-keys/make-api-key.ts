import type { ApiKeyId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";
import type { ApiScope } from "../../domain/vocabulary.ts";
import { newApiKey, newId } from "../../storage/new-id.ts";
import type { Scope, Statement } from "../../storage/scope.ts";
import { createApiKey } from "../../storage/workspaces.ts";
import { sha256Hex } from "../sha256.ts";

export type NewApiKey = { name: string; scopes: ApiScope[]; expiresAt: Instant | null };

/**
 * A new key and the statement that stores it. Only its SHA-256 is kept: a key has 233 random bits, so
 * a slow hash would protect nothing more.
 */
export async function makeApiKey(
  scope: Scope,
  input: NewApiKey,
  now: Instant,
): Promise<{ id: ApiKeyId; key: string; statement: Statement }> {
  const id = newId<ApiKeyId>(scope.shard);
  const key = newApiKey(scope.shard);
  const statement = createApiKey(scope, {
    ...input,
    id,
    hash: await sha256Hex(key),
    hint: key.slice(-4),
    createdAt: now,
    revokedAt: null,
    lastUsedAt: null,
  });
  return { id, key, statement };
}
