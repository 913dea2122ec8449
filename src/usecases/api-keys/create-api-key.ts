import type { ApiScope } from "../../domain/vocabulary.ts";
import { commit } from "../../storage/commit.ts";
import type { Caller } from "../context.ts";
import { makeApiKey } from "./make-api-key.ts";

/** Makes a further key for the caller's workspace. The key is shown this once. */
export async function createApiKey(caller: Caller, input: { name: string; scopes: ApiScope[] }) {
  const now = caller.now();
  const scopes = [...new Set(input.scopes)];
  const { id, key, statement } = await makeApiKey(caller.scope, input.name, scopes, now);
  const answer = { id, key, name: input.name, scopes };
  await commit(caller.scope, now, [statement], { status: 201, body: answer, secret: true });
  return answer;
}
