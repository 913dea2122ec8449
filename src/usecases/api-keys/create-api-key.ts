import type { ApiScope } from "../../domain/vocabulary.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { readFuture, rfc3339OrNull } from "../time.ts";
import { makeApiKey } from "./make-api-key.ts";

type Input = { name: string; scopes: ApiScope[]; expiresAt?: string | null | undefined };

/** Makes a further key for the caller's workspace. The key is shown this once. */
export async function createApiKey(caller: Caller, { name, scopes: asked, ...input }: Input) {
  requireScope(caller, "admin");
  const now = caller.now();
  const scopes = [...new Set(asked)];
  const expiresAt = readFuture("expiresAt", input.expiresAt, now);
  const { id, key, statement } = await makeApiKey(caller.scope, { name, scopes, expiresAt }, now);
  return await write(caller, {
    statements: [statement],
    outcome: "created",
    answer: { id, key, name, scopes, expiresAt: rfc3339OrNull(expiresAt) },
    recorded: "secret",
    audit: { verb: "api-key.create", subject: id },
  });
}
