import { type Once, openScope } from "../../storage/scope.ts";
import { findApiKey } from "../../storage/workspaces.ts";
import type { Caller, Context } from "../context.ts";
import { AppError } from "../errors.ts";
import { hashApiKey } from "./make-api-key.ts";

/** The caller that a Bearer token stands for, in the scope of its workspace. Throws `unauthenticated`. */
export async function authenticate(
  ctx: Context,
  token: string | undefined,
  once: Once | null,
): Promise<Caller> {
  const key = token ? await findApiKey(ctx.shards, token, await hashApiKey(token)) : null;
  if (!key) {
    throw new AppError(
      "unauthenticated",
      'Send a valid API key as "Authorization: Bearer sk_…". The key is missing, unknown or revoked.',
    );
  }
  return {
    ...ctx,
    scope: openScope(ctx.shards, key.workspaceId, once),
    apiKey: { id: key.id, scopes: key.scopes },
  };
}
