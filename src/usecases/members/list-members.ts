import { listMembers as list } from "../../storage/members.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewMember } from "./member-view.ts";

/** Who works in the console, the newest first. */
export function listMembers(caller: Caller, page: PageQuery) {
  requireScope(caller, "admin");
  return viewPage(list(caller.scope, page), viewMember);
}
