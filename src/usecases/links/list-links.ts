import type { ContentId, SenderId } from "../../domain/ids.ts";
import { listLinks as list } from "../../storage/links.ts";
import type { Caller } from "../context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewLink } from "./link-view.ts";

/** The workspace's links, the newest first. */
export function listLinks(
  caller: Caller,
  query: PageQuery & { contentId?: ContentId | undefined; senderId?: SenderId | undefined },
) {
  return viewPage(list(caller.scope, query, query), (row) => viewLink(caller, row));
}
