import { nextDraft } from "../../domain/content.ts";
import type { ContentId, ImageId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { notBeingMade, deleteImage as remove } from "../../storage/images.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { deleteUnshown } from "./delete-unshown.ts";
import { imageOf } from "./place-components.ts";

/**
 * Takes an image out of a content's draft. Its file stays where a published version shows it: what was
 * shared goes on looking as it did. An image that is still being made comes to nothing. Throws
 * `conflict` while a version is being made, which may hold the image.
 */
export async function deleteImage(caller: Caller, contentId: ContentId, imageId: ImageId) {
  requireScope(caller, "write");
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const image = await imageOf(caller, contentId, imageId);
  const draft = nextDraft(content, caller.now());
  const done = await write(caller, {
    statements: remove(scope, image, draft),
    guards: [{ condition: notBeingMade(scope, contentId), error: beingPublished }],
    outcome: "done",
    answer: undefined,
    audit: { verb: "image.delete", subject: imageId },
  });
  await deleteUnshown(caller, contentId, [image]);
  return done;
}

function beingPublished(): AppError {
  return new AppError(
    "conflict",
    "This content is being published this moment. Delete the image when that job is over.",
  );
}
