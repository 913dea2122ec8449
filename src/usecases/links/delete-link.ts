import type { LinkCode } from "../../domain/ids.ts";
import { findLink, updateLink } from "../../storage/links.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";

/** Deletes a link: readers get 404, what was read stays, and the same link may be made anew. */
export async function deleteLink(caller: Caller, code: LinkCode): Promise<void> {
  found(await findLink(caller.scope, code), "link");
  await updateLink(caller.scope, code, { deletedAt: caller.now() });
  await caller.links.bury(code);
}
