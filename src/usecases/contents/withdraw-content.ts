import type { ContentId } from "../../domain/ids.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { batch } from "../../storage/scope.ts";
import type { Caller } from "../context.ts";
import { AppError, found } from "../errors.ts";
import { viewContent } from "./content-view.ts";

/**
 * Takes a published content back: its links answer readers 410 until it is published again. A publish
 * that is still under way comes to nothing.
 */
export async function withdrawContent(caller: Caller, id: ContentId) {
  const row = found(await findContent(caller.scope, id), "content");
  if (row.publishedVersion === null) {
    throw new AppError(
      "not-published",
      "This content was never published, so there is nothing to withdraw.",
    );
  }
  const now = caller.now();
  const set = { withdrawnAt: row.withdrawnAt ?? now, compilingJobId: null, updatedAt: now };
  await batch(caller.scope, [updateContent(caller.scope, id, set)]);
  return viewContent(caller, { ...row, ...set }, await listImages(caller.scope, id));
}
