import { listSenders as list } from "../../storage/senders.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewSender } from "./sender-view.ts";

/** The workspace's senders, the newest seat first; for a lead their team's. */
export function listSenders(caller: Caller, query: PageQuery & { team?: string | undefined }) {
  requireScope(caller, "read", "own-team");
  const team = ownTeam(caller) ?? query.team;
  return viewPage(list(caller.scope, query, team), (row) => viewSender(caller, row));
}
