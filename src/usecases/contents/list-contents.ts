import { listContents as list } from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import type { Caller } from "../context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewContent } from "./content-view.ts";

/** The workspace's contents, the newest first. */
export function listContents(caller: Caller, page: PageQuery) {
  return viewPage(list(caller.scope, page), async (row) =>
    viewContent(caller, row, await listImages(caller.scope, row.id)),
  );
}
