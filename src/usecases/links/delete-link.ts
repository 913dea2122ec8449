import type { LinkCode } from "../../domain/ids.ts";
import { findLink, updateLink } from "../../storage/links.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/** Deletes a link: readers get 404, what was read stays, and the same link may be made anew. */
export async function deleteLink(caller: Caller, code: LinkCode) {
  requireScope(caller, "write");
  found(await findLink(caller.scope, code), "link");
  const done = await write(caller, {
    statements: [updateLink(caller.scope, code, { deletedAt: caller.now() })],
    outcome: "done",
    answer: undefined,
    audit: { verb: "link.delete", subject: code },
  });
  await caller.links.bury(code);
  return done;
}
