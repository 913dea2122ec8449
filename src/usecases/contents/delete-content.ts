import type { ContentId } from "../../domain/ids.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { deleteImagesOf, listImages, listPublishedMedia } from "../../storage/images.ts";
import { deleteOwnLinesOf } from "../../storage/own-lines.ts";
import { deleteOffersOf } from "../../storage/sentence-offers.ts";
import { found } from "../errors.ts";
import { filesOf } from "../images/media-keys.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { withdrawn } from "./compile-content.ts";
import { endWaiting } from "./end-waiting.ts";

/**
 * Deletes a content and the files of its images: its links answer readers 410, what was read stays in
 * the figures.
 */
export async function deleteContent(caller: Caller, id: ContentId) {
  requireScope(caller, "write");
  const content = found(await findContent(caller.scope, id), "content");
  const drafted = await listImages(caller.scope, id);
  const published = await listPublishedMedia(caller.scope, id);
  // Its pictures go with all others.
  const waits = await endWaiting(caller, content, withdrawn());
  const done = await write(caller, {
    statements: [
      ...waits.statements,
      updateContent(caller.scope, id, { deletedAt: caller.now() }),
      deleteImagesOf(caller.scope, id),
      deleteOffersOf(caller.scope, id),
      deleteOwnLinesOf(caller.scope, id),
    ],
    outcome: "done",
    answer: undefined,
    audit: { verb: "content.delete", subject: id },
  });
  const shown = [...published].map((mediaKey) => ({ mediaKey }));
  await caller.media.delete([...new Set(filesOf([...drafted, ...shown]))]);
  return done;
}
