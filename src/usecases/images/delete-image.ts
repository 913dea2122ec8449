import { findContent, updateContent } from "../../storage/contents.ts";
import type { ContentId, ImageId } from "../../storage/ids.ts";
import { listPublishedMedia, deleteImage as remove } from "../../storage/images.ts";
import { batch } from "../../storage/scope.ts";
import { nextDraftVersion } from "../contents/draft-version.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { imageOf } from "./place-marks.ts";

/**
 * Takes an image out of a content's draft. Its file stays where a published version shows it: what was
 * shared goes on looking as it did.
 */
export async function deleteImage(
  caller: Caller,
  contentId: ContentId,
  imageId: ImageId,
): Promise<void> {
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const image = await imageOf(caller, contentId, imageId);
  const set = { draftVersion: nextDraftVersion(content), updatedAt: caller.now() };
  await batch(scope, [remove(scope, imageId), updateContent(scope, contentId, set)]);
  const published = await listPublishedMedia(scope, contentId);
  if (!published.has(image.mediaKey)) await caller.media.delete([image.mediaKey]);
}
