import { newestNotice } from "../../storage/notices.ts";
import { updateWorkspace } from "../../storage/workspaces.ts";
import { logoPlaceOf } from "../images/media-keys.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { keepPicture, type OwnPicture } from "../portraits/own-picture.ts";
import { viewWorkspace } from "./workspace-view.ts";

/** Gives the workspace a logo, which readers and senders see. Throws as `makePicture` does. */
export async function setLogo(caller: Caller, read: () => Promise<Uint8Array>) {
  requireScope(caller, "admin");
  const logoKey = await keepPicture(caller, logoOf(caller), read);
  const notice = await newestNotice(caller.scope);
  const answer = await viewWorkspace(caller, { ...caller.workspace, logoKey }, notice);
  return { outcome: "done" as const, answer };
}

function logoOf({ scope }: Scoped): OwnPicture {
  const { workspaceId } = scope;
  return {
    kind: "logo",
    subject: workspaceId,
    owner: "workspace",
    place: logoPlaceOf(workspaceId),
    note: (logoKey) => updateWorkspace(scope, { logoKey }),
  };
}
