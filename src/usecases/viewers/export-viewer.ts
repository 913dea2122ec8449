import type { ViewerId } from "../../domain/ids.ts";
import { exportHeld } from "../../storage/held.ts";
import { findViewer, type Viewer } from "../../storage/viewers.ts";
import { found } from "../errors.ts";
import { requireReader, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { rfc3339 } from "../time.ts";
import { personOf } from "./held-of.ts";
import type { ViewerHolder } from "./privacy-token.ts";

/** Everything that is held of a viewer, by table. Kept in the audit. Throws `not-found`. */
export async function exportViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "admin");
  return await exported(caller, found(await findViewer(caller.scope, id), "viewer"));
}

/** The same for the viewer themselves. */
export async function exportOwn(holder: ViewerHolder) {
  requireReader(holder);
  return await exported(holder, holder.viewer);
}

async function exported(caller: Caller, viewer: Viewer) {
  const { person } = await personOf(caller, viewer);
  const held = await exportHeld(caller.scope, person);
  await write(caller, {
    statements: [],
    outcome: "done",
    answer: undefined,
    audit: { verb: "viewer.export", subject: viewer.id },
  });
  return {
    viewerId: viewer.id,
    workspace: caller.workspace.name,
    exportedAt: rfc3339(caller.now()),
    held,
  };
}
