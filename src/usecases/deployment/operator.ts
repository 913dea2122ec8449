import type { WorkspaceId } from "../../domain/ids.ts";
import { knownId } from "../../domain/ids.ts";
import { newestShard } from "../../storage/platform.ts";
import { openScope } from "../../storage/scope.ts";
import { AppError } from "../errors.ts";
import type { Context, Operator } from "../kernel/context.ts";
import { sameText } from "../keyring.ts";

/** Under which the operator's own calls are recorded, since they belong to no workspace. */
const deploymentScopeId = knownId<WorkspaceId>(`${newestShard}-deployment`);

/** Whoever knows the deployment's admin secret. Throws `unauthenticated`. */
export function authenticateOperator(
  ctx: Context,
  given: string | undefined,
  secret: string | undefined,
): Operator {
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
  const scope = openScope(ctx.shards, deploymentScopeId);
  return { ...ctx, scope, actor: { kind: "operator" }, once: null };
}
