import { listSenders as list } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewSender } from "./sender-view.ts";

/** The workspace's senders, the newest seat first. */
export function listSenders(caller: Caller, query: PageQuery & { team?: string | undefined }) {
  return viewPage(list(caller.scope, query, query.team), (row) => viewSender(caller, row));
}
