import { and, eq, sql } from "drizzle-orm";
import { type ApiKeyId, shardOfApiKey, type WorkspaceId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import type { Condition } from "./run.ts";
import { apiKeys, workspaces } from "./schema.ts";
import { insert, type Scope, type Shards, type Statement, selectOne, update } from "./scope.ts";
import { selectShard } from "./shard.ts";

export type Workspace = typeof workspaces.$inferSelect;
export type ApiKey = typeof apiKeys.$inferSelect;

/** Statement: creates the scope's own workspace. */
export function createWorkspace(scope: Scope, row: Omit<Workspace, "workspaceId">): Statement {
  return insert(scope, workspaces, row);
}

/** The scope's own workspace, or null where it does not exist. */
export function findWorkspace(scope: Scope): Promise<Workspace | null> {
  return selectOne(scope, workspaces);
}

/** Statement: changes the scope's own workspace. */
export function updateWorkspace(
  scope: Scope,
  set: Partial<Omit<Workspace, "workspaceId" | "createdAt">>,
): Statement {
  return update(scope, workspaces, set);
}

export function createApiKey(scope: Scope, row: Omit<ApiKey, "workspaceId">): Statement {
  return insert(scope, apiKeys, row);
}

export function listApiKeys(scope: Scope, page: PageQuery) {
  return selectPage(
    scope,
    apiKeys,
    { at: apiKeys.createdAt, id: apiKeys.id, place: (row) => ({ at: row.createdAt, id: row.id }) },
    page,
  );
}

export function findApiKeyById(scope: Scope, id: ApiKeyId): Promise<ApiKey | null> {
  return selectOne(scope, apiKeys, eq(apiKeys.id, id));
}

/** Statement: ends a key. One that has ended keeps its time. */
export function revokeApiKey(scope: Scope, id: ApiKeyId, now: Instant): Statement {
  const set = { revokedAt: sql`coalesce(${apiKeys.revokedAt}, ${now})` };
  return update(scope, apiKeys, set, eq(apiKeys.id, id));
}

/** Another key than that one may still manage keys: nobody is locked out by its end. */
export function anotherAdminKey({ workspaceId }: Scope, id: ApiKeyId, now: Instant): Condition {
  return {
    name: "another-admin-key",
    holds: {
      sql: `EXISTS (SELECT 1 FROM api_keys k, json_each(k.scopes) AS s WHERE k.workspace_id = ? AND k.id <> ?
        AND s.value = 'admin' AND k.revoked_at IS NULL AND coalesce(k.expires_at, ?) >= ?)`,
      params: [workspaceId, id, now, now],
    },
  };
}

/** Statement: notes in which quarter-hour a key was used: a row for each and key at most. */
export function noteKeyUse(scope: Scope, id: ApiKeyId, at: Instant): Statement {
  const unseen = sql`coalesce(${apiKeys.lastUsedAt}, 0) < ${at}`;
  return update(scope, apiKeys, { lastUsedAt: at }, and(eq(apiKeys.id, id), unseen));
}

/**
 * The key that has a hash and the workspace that it opens, whichever of its shard's that is; null where
 * none does, or it was revoked or has expired.
 */
export async function findApiKey(
  shards: Shards,
  key: string,
  hash: string,
  now: Instant,
): Promise<{ key: ApiKey & { workspaceId: WorkspaceId }; workspace: Workspace } | null> {
  const shard = shardOfApiKey(key);
  const d1 = shard ? shards.get(shard) : undefined;
  if (!d1) return null;
  const row = await selectShard(d1, "door")
    .select({ key: apiKeys, workspace: workspaces })
    .from(apiKeys)
    .innerJoin(workspaces, eq(workspaces.workspaceId, apiKeys.workspaceId))
    .where(eq(apiKeys.hash, hash))
    .get();
  if (!row || row.key.revokedAt !== null) return null;
  return row.key.expiresAt !== null && row.key.expiresAt <= now ? null : row;
}
