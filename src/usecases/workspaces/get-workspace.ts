import { readWorkspace } from "../../storage/workspaces.ts";
import type { Caller } from "../context.ts";
import { viewWorkspace } from "./workspace-view.ts";

export async function getWorkspace(caller: Caller) {
  return viewWorkspace(await readWorkspace(caller.scope));
}
