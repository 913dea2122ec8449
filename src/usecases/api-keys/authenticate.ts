import { quarter, startOf } from "../../domain/units.ts";
import { findApiKey, noteKeyUse } from "../../storage/workspaces.ts";
import { AppError } from "../errors.ts";
import { type Caller, type Context, scopedTo } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { sha256Hex } from "../sha256.ts";

/** The caller that a Bearer token stands for, in the scope of its workspace. Throws `unauthenticated`. */
export async function authenticate(ctx: Context, token: string | undefined): Promise<Caller> {
  const now = ctx.now();
  const found = token ? await findApiKey(ctx.shards, token, await sha256Hex(token), now) : null;
  if (!found) {
    throw new AppError(
      "unauthenticated",
      'Send a valid API key as "Authorization: Bearer sk_…". The key is missing, unknown, expired or revoked.',
    );
  }
  const { key, workspace } = found;
  const caller = scopedTo(ctx, workspace, { kind: "api-key", id: key.id, scopes: key.scopes });
  // In no timezone does a day begin within a quarter-hour.
  const used = startOf(quarter, now);
  if ((key.lastUsedAt ?? 0) < used)
    await keep(caller.scope, [noteKeyUse(caller.scope, key.id, used)]);
  return caller;
}
