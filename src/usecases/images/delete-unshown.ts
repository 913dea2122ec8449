import type { ContentId } from "../../domain/ids.ts";
import { listImages, listPublishedMedia } from "../../storage/images.ts";
import type { Scoped } from "../kernel/context.ts";
import { unpublishedFilesOf } from "./media-keys.ts";

/**
 * Deletes the files of images that were taken out of a content's draft or of a version: those that neither the draft
 * nor a version shows. What was shared goes on looking as it did.
 */
export async function deleteUnshown(
  { scope, media }: Scoped,
  contentId: ContentId,
  images: readonly { mediaKey: string }[],
): Promise<void> {
  const [drafted, published] = await Promise.all([
    listImages(scope, contentId),
    listPublishedMedia(scope, contentId),
  ]);
  const shown = new Set([...drafted.map(({ mediaKey }) => mediaKey), ...published]);
  await media.delete(unpublishedFilesOf(images, shown));
}
