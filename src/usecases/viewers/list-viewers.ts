import { listViewers as list, type ViewerFilter } from "../../storage/viewers.ts";
import { noteLook } from "../audit/note-look.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewViewers } from "./viewer-view.ts";

const subjectOf = ({ scope }: Caller, { contactId, senderId }: ViewerFilter) =>
  contactId ?? senderId ?? scope.workspaceId;

/** Readers who agreed to be remembered, the newest first. Who reads the list is kept in the audit. */
export async function listViewers(caller: Caller, query: PageQuery & ViewerFilter) {
  requireScope(caller, "read");
  const page = await viewPage(list(caller.scope, query, query), (row) => row);
  const items = await viewViewers(caller, page.items);
  await noteLook(
    caller,
    { verb: "viewer.list", subject: subjectOf(caller, query) },
    items.map(({ id }) => id),
  );
  return { ...page, items };
}
