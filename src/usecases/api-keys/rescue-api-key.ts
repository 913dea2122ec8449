import { shardOf, type WorkspaceId } from "../../domain/ids.ts";
import { openScope } from "../../storage/scope.ts";
import { findWorkspace } from "../../storage/workspaces.ts";
import { found } from "../errors.ts";
import { requireOperator } from "../kernel/actor.ts";
import type { Operator } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { makeApiKey } from "./make-api-key.ts";

/** Makes a key that may do everything in a workspace that lost its own. The key is shown this once. */
export async function rescueApiKey(operator: Operator, id: WorkspaceId, input: { name: string }) {
  requireOperator(operator);
  const scope = operator.shards.has(shardOf(id)) ? openScope(operator.shards, id) : null;
  found(scope && (await findWorkspace(scope)), "workspace");
  const scopes = ["read", "write", "admin"] as const;
  const key = await makeApiKey(
    openScope(operator.shards, id),
    { name: input.name, scopes: [...scopes], expiresAt: null },
    operator.now(),
  );
  return await write(operator, {
    statements: [key.statement],
    outcome: "created",
    answer: { id: key.id, key: key.key, name: input.name, scopes: [...scopes], expiresAt: null },
    recorded: "secret",
    audit: { verb: "api-key.rescue", subject: id },
  });
}
