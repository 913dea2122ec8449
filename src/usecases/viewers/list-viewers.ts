import { listViewers as list, type ViewerFilter } from "../../storage/viewers.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewViewers } from "./viewer-view.ts";

/** Readers who agreed to be remembered, the newest first. */
export async function listViewers(caller: Caller, query: PageQuery & ViewerFilter) {
  requireScope(caller, "read");
  const page = await viewPage(list(caller.scope, query, query), (row) => row);
  return { ...page, items: await viewViewers(caller, page.items) };
}
