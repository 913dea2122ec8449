import { newestNotice } from "../../storage/notices.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewWorkspace } from "./workspace-view.ts";

export async function getWorkspace(caller: Caller) {
  requireScope(caller, "read", "own-team");
  return await viewWorkspace(caller, caller.workspace, await newestNotice(caller.scope));
}
