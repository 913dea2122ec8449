import type { ContentId, SenderId } from "../../domain/ids.ts";
import { listLinks as list } from "../../storage/links.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewLink } from "./link-view.ts";

/** The workspace's links, the newest first. */
export function listLinks(
  caller: Caller,
  query: PageQuery & { contentId?: ContentId | undefined; senderId?: SenderId | undefined },
) {
  requireScope(caller, "read", "own-team");
  const team = ownTeam(caller) ?? undefined;
  return viewPage(list(caller.scope, query, { ...query, team }), (row) => viewLink(caller, row));
}
