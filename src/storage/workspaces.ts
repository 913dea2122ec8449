import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { type ApiKeyId, shardOfApiKey, type WorkspaceId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { apiKeys, workspaces } from "./schema.ts";
import {
  insert,
  type Scope,
  type Shards,
  type Statement,
  select,
  selectOne,
  update,
} from "./scope.ts";

export type Workspace = typeof workspaces.$inferSelect;
export type ApiKey = typeof apiKeys.$inferSelect;

/** The statement that creates the scope's own workspace. */
export function createWorkspace(scope: Scope, row: Omit<Workspace, "id">): Statement {
  return scope.db.insert(workspaces).values({ ...row, id: scope.workspaceId });
}

/** The scope's own workspace. */
export async function readWorkspace(scope: Scope): Promise<Workspace> {
  const row = await scope.db
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, scope.workspaceId))
    .get();
  if (!row) throw new Error("The workspace of a valid key does not exist");
  return row;
}

export async function updateWorkspace(
  scope: Scope,
  set: Partial<Omit<Workspace, "id" | "createdAt">>,
): Promise<void> {
  if (Object.keys(set).length === 0) return;
  await scope.db.update(workspaces).set(set).where(eq(workspaces.id, scope.workspaceId));
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

/** True where the scope has a key of that id that still opens it. */
export async function revokeApiKey(scope: Scope, id: ApiKeyId, now: Instant): Promise<boolean> {
  const key = await selectOne(scope, apiKeys, eq(apiKeys.id, id));
  if (!key) return false;
  if (key.revokedAt === null) await update(scope, apiKeys, { revokedAt: now }, eq(apiKeys.id, id));
  return true;
}

/** How many keys of the scope still open it with a given power. */
export async function activeKeys(scope: Scope): Promise<ApiKey[]> {
  const keys = await select(scope, apiKeys, []);
  return keys.filter((key) => key.revokedAt === null);
}

/** The key that has a hash, whichever workspace of its shard it opens; null where none does. */
export async function findApiKey(
  shards: Shards,
  key: string,
  hash: string,
): Promise<(ApiKey & { workspaceId: WorkspaceId }) | null> {
  const shard = shardOfApiKey(key);
  const d1 = shard ? shards.get(shard) : undefined;
  if (!d1) return null;
  const row = await drizzle(d1).select().from(apiKeys).where(eq(apiKeys.hash, hash)).get();
  return row && row.revokedAt === null ? row : null;
}
