import type { ConsentMode, FloorName } from "../../domain/vocabulary.ts";
import { updateWorkspace as change } from "../../storage/workspaces.ts";
import { invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { defined } from "../patch.ts";
import { isTimezone, viewWorkspace } from "./workspace-view.ts";

export type WorkspaceChange = {
  name?: string | undefined;
  timezone?: string | undefined;
  consentMode?: ConsentMode | undefined;
  retentionDays?: number | undefined;
  brands?: string[] | undefined;
  bannedWords?: string[] | undefined;
  shareOrigin?: string | null | undefined;
  insistOn?: FloorName | undefined;
  varyLayout?: boolean | undefined;
};

/** Changes the caller's workspace. Brands and banned words hold for what is published from now on. */
export async function updateWorkspace(caller: Caller, input: WorkspaceChange) {
  requireScope(caller, "admin");
  if (input.timezone !== undefined && !isTimezone(input.timezone)) {
    throw invalidField("timezone", "Use an IANA timezone name, such as Asia/Shanghai.");
  }
  const set = defined(input);
  if (set.shareOrigin) set.shareOrigin = originOf(set.shareOrigin);
  return await write(caller, {
    statements: [change(caller.scope, set)],
    outcome: "done",
    answer: viewWorkspace({ ...caller.workspace, ...set }),
    audit: { verb: "workspace.update", subject: caller.scope.workspaceId },
  });
}

/** "https://host" of an address that has nothing after its host. Throws `invalid`. */
function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === "https:" && url.href === `${url.origin}/`) return url.origin;
  throw invalidField(
    "shareOrigin",
    "Use the address of a host that leads to this deployment, such as https://share.example.com.",
  );
}
