import type { ViewerId } from "../../domain/ids.ts";
import { dropOutsideIds } from "../../storage/outside-ids.ts";
import { findViewer, type Viewer, withdrawViewer as withdraw } from "../../storage/viewers.ts";
import { found } from "../errors.ts";
import { requireReader, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import type { ViewerHolder } from "./privacy-token.ts";

/**
 * Takes a viewer's consent back for them: what they read from now on is nobody's. What was read before stays until
 * it is erased or its time is over. Throws `not-found`.
 */
export async function withdrawViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "write");
  return await withdrawn(caller, found(await findViewer(caller.scope, id), "viewer"));
}

/** The same by the viewer themselves. */
export async function withdrawOwn(holder: ViewerHolder) {
  requireReader(holder);
  return await withdrawn(holder, holder.viewer);
}

function withdrawn(caller: Caller, viewer: Viewer) {
  return write(caller, {
    statements: [
      withdraw(caller.scope, viewer.id, caller.now()),
      // Who agrees anew is somebody new, to WeChat's account too.
      dropOutsideIds(caller.scope, viewer.id),
    ],
    outcome: "done",
    answer: undefined,
    audit: { verb: "viewer.withdraw", subject: viewer.id },
  });
}
