import type { WorkspaceId } from "../../domain/ids.ts";
import { knownId } from "../../domain/ids.ts";
import type { ConsentMode } from "../../domain/vocabulary.ts";
import { commit } from "../../storage/commit.ts";
import { newId } from "../../storage/new-id.ts";
import { newestShard } from "../../storage/platform.ts";
import { type Once, openScope } from "../../storage/scope.ts";
import { createWorkspace as insertWorkspace } from "../../storage/workspaces.ts";
import { makeApiKey } from "../api-keys/make-api-key.ts";
import type { Context } from "../context.ts";
import { AppError, invalidField } from "../errors.ts";
import { sameText } from "../keyring.ts";
import { isTimezone } from "./workspace-view.ts";

export type NewWorkspace = {
  name: string;
  timezone?: string | undefined;
  consentMode?: ConsentMode | undefined;
};

/** Under which records of the deployment's own calls are kept, since no workspace exists yet. */
export const deploymentScopeId = knownId<WorkspaceId>(`${newestShard}-deployment`);

/** Lets only the holder of the deployment's admin secret through. Throws `unauthenticated`. */
export function requireAdminSecret(given: string | undefined, secret: string | undefined): void {
  if (!secret || secret.length < 16) {
    throw new AppError(
      "unavailable",
      "This deployment has no admin secret. Set ADMIN_SECRET to 16 characters or more.",
    );
  }
  if (given === undefined || !sameText(given, secret)) {
    throw new AppError(
      "unauthenticated",
      "This call needs the deployment's admin secret as the Bearer token.",
    );
  }
}

/** Creates a workspace and its first API key, which may do everything. The key is shown once. */
export async function createWorkspace(ctx: Context, input: NewWorkspace, once: Once | null) {
  const timezone = input.timezone ?? "Asia/Shanghai";
  if (!isTimezone(timezone)) {
    throw invalidField("timezone", "Use an IANA timezone name, such as Asia/Shanghai.");
  }
  const now = ctx.now();
  const id = newId<WorkspaceId>(newestShard);
  const scope = openScope(ctx.shards, id, null);
  const key = await makeApiKey(scope, "First key", ["read", "write", "admin"], now);
  const answer = { id, apiKey: key.key };
  await commit(
    openScope(ctx.shards, deploymentScopeId, once),
    now,
    [
      insertWorkspace(scope, {
        name: input.name,
        timezone,
        consentMode: input.consentMode ?? "opt-in",
        retentionDays: 365,
        brands: [],
        bannedWords: [],
        createdAt: now,
      }),
      key.statement,
    ],
    { status: 201, body: answer, secret: true },
  );
  return answer;
}
