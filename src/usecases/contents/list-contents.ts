import { listContents as list } from "../../storage/contents.ts";
import { listImagesOf } from "../../storage/images.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { viewSummary } from "./content-view.ts";

/** The workspace's contents without their long texts, the newest first. */
export function listContents(caller: Caller, page: PageQuery) {
  requireScope(caller, "read", "own-team");
  return viewPage(withImages(caller, page), ({ row, images }) => viewSummary(caller, row, images));
}

/** One query for the images of the whole page. */
async function withImages({ scope }: Scoped, page: PageQuery) {
  const { items, nextCursor } = await list(scope, page);
  const ids = items.map(({ id }) => id);
  const images = Map.groupBy(await listImagesOf(scope, ids), ({ contentId }) => contentId);
  return { items: items.map((row) => ({ row, images: images.get(row.id) ?? [] })), nextCursor };
}
