import { firstKeyName } from "../../domain/first-key.ts";
import type { WorkspaceId } from "../../domain/ids.ts";
import type { ConsentMode } from "../../domain/vocabulary.ts";
import { newId } from "../../storage/new-id.ts";
import { newestShard } from "../../storage/platform.ts";
import { openScope } from "../../storage/scope.ts";
import { createWorkspace as insertWorkspace } from "../../storage/workspaces.ts";
import { makeApiKey } from "../api-keys/make-api-key.ts";
import { invalidField } from "../errors.ts";
import { requireOperator } from "../kernel/actor.ts";
import type { Operator } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { isTimezone } from "./workspace-view.ts";

export type NewWorkspace = {
  name: string;
  timezone?: string | undefined;
  consentMode?: ConsentMode | undefined;
  /** Whether what is put in is to be looked at, and cleared at once. */
  demo?: boolean | undefined;
};

/** Creates a workspace and its first API key, which may do everything. The key is shown once. */
export async function createWorkspace(operator: Operator, input: NewWorkspace) {
  requireOperator(operator);
  const timezone = input.timezone ?? "Asia/Shanghai";
  if (!isTimezone(timezone)) {
    throw invalidField("timezone", "Use an IANA timezone name, such as Asia/Shanghai.");
  }
  const now = operator.now();
  const id = newId<WorkspaceId>(newestShard);
  const scope = openScope(operator.shards, id);
  const first = {
    name: firstKeyName,
    scopes: ["read", "write", "admin"] as const,
    expiresAt: null,
  };
  const key = await makeApiKey(scope, { ...first, scopes: [...first.scopes] }, now);
  const workspace = insertWorkspace(scope, {
    name: input.name,
    timezone,
    consentMode: input.consentMode ?? "opt-in",
    retentionDays: 365,
    brands: [],
    bannedWords: [],
    createdAt: now,
    shareOrigin: null,
    lastSeat: 0,
    insistOn: "distinct",
    varyLayout: false,
    language: null,
    logoKey: null,
    colour: null,
    leaveName: false,
    isDemo: input.demo ?? false,
  });
  return await write(operator, {
    statements: [workspace, key.statement],
    outcome: "created",
    answer: { id, apiKey: key.key },
    recorded: "secret",
    audit: { verb: "workspace.create", subject: id },
  });
}
