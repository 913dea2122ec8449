import type { ContentId } from "../../domain/ids.ts";
import { findContent, updateContent as write } from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { batch } from "../../storage/scope.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { type Change, defined } from "../patch.ts";
import { checkDrafts } from "./check-drafts.ts";
import { viewContent } from "./content-view.ts";
import type { NewContent } from "./create-content.ts";
import { nextDraftVersion } from "./draft-version.ts";
import { deriveSections } from "./sections.ts";

/**
 * Changes a content's draft; what is published stays as it is until it is published again. A section
 * that stays keeps its id.
 */
export async function updateContent(caller: Caller, id: ContentId, change: Change<NewContent>) {
  const before = found(await findContent(caller.scope, id), "content");
  if (change.drafts) {
    await checkDrafts(caller, { drafts: change.drafts, vetoes: before.vetoes });
  }
  const set = {
    ...defined(change),
    ...(change.body === undefined
      ? {}
      : { sections: deriveSections(change.body, before.sections) }),
    draftVersion: nextDraftVersion(before),
    updatedAt: caller.now(),
  };
  await batch(caller.scope, [write(caller.scope, id, set)]);
  return viewContent(caller, { ...before, ...set }, await listImages(caller.scope, id));
}
