import type { ContentId } from "../../domain/ids.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { deleteImagesOf, listImages, listPublishedMedia } from "../../storage/images.ts";
import { batch } from "../../storage/scope.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { filesOf } from "../images/media-keys.ts";

/**
 * Deletes a content and the files of its images: its links answer readers 410, what was read stays in
 * the figures.
 */
export async function deleteContent(caller: Caller, id: ContentId): Promise<void> {
  found(await findContent(caller.scope, id), "content");
  const drafted = await listImages(caller.scope, id);
  const published = await listPublishedMedia(caller.scope, id);
  await batch(caller.scope, [
    updateContent(caller.scope, id, { deletedAt: caller.now() }),
    deleteImagesOf(caller.scope, id),
  ]);
  await caller.media.delete([...new Set([...filesOf(drafted), ...published])]);
}
