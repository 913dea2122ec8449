import type { ConsentMode } from "../../domain/vocabulary.ts";
import { readWorkspace, updateWorkspace as write } from "../../storage/workspaces.ts";
import type { Caller } from "../context.ts";
import { invalidField } from "../errors.ts";
import { defined } from "../patch.ts";
import { isTimezone, viewWorkspace } from "./workspace-view.ts";

export type WorkspaceChange = {
  name?: string | undefined;
  timezone?: string | undefined;
  consentMode?: ConsentMode | undefined;
  retentionDays?: number | undefined;
  brands?: string[] | undefined;
  bannedWords?: string[] | undefined;
};

/** Changes the caller's workspace. Brands and banned words hold for what is published from now on. */
export async function updateWorkspace(caller: Caller, change: WorkspaceChange) {
  if (change.timezone !== undefined && !isTimezone(change.timezone)) {
    throw invalidField("timezone", "Use an IANA timezone name, such as Asia/Shanghai.");
  }
  await write(caller.scope, defined(change));
  return viewWorkspace(await readWorkspace(caller.scope));
}
