import { listSenders as list } from "../../storage/senders.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewSender } from "./sender-view.ts";

/** The workspace's senders, the newest seat first. */
export function listSenders(caller: Caller, query: PageQuery & { team?: string | undefined }) {
  requireScope(caller, "read");
  return viewPage(list(caller.scope, query, query.team), (row) => viewSender(caller, row));
}
