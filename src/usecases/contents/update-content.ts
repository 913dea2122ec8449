import { nextDraft } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import {
  type Content,
  updateContent as change,
  contentAsRead,
  findContent,
} from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { type Change, defined } from "../patch.ts";
import { checkDrafts } from "./check-drafts.ts";
import { contentRevision, viewContent } from "./content-view.ts";
import type { NewContent } from "./create-content.ts";
import { kindOf } from "./guess-kind.ts";
import { deriveSections } from "./sections.ts";

export type ContentChange = Change<NewContent> & {
  /** The state that the change was made from: another one by now is a conflict. */
  revision?: string | undefined;
};

/**
 * Changes a content's draft; what is published stays as it is until it is published again. A section
 * that stays keeps its id. What changes nothing leaves nothing new to publish.
 */
export async function updateContent(
  caller: Caller,
  id: ContentId,
  { revision, ...input }: ContentChange,
) {
  requireScope(caller, "write");
  const before = found(await findContent(caller.scope, id), "content");
  if (revision !== undefined && revision !== contentRevision(before)) throw changedMeanwhile();
  if (input.drafts) checkDrafts(caller, { ...before, drafts: input.drafts });
  const { kind, ...changed } = defined(input);
  const changes: Partial<Content> = {
    ...changed,
    ...kindOf({
      ...before,
      ...changed,
      kind: kind === undefined ? (before.kindSaid ? before.kind : null) : kind,
    }),
    ...(input.body === undefined ? {} : { sections: deriveSections(input.body, before.sections) }),
  };
  const isNew = Object.entries(changes).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Content]),
  );
  const set = isNew ? { ...changes, ...nextDraft(before, caller.now()) } : {};
  const images = await listImages(caller.scope, id);
  return await write(caller, {
    statements: isNew ? [change(caller.scope, id, set)] : [],
    guards:
      revision === undefined
        ? []
        : [{ condition: contentAsRead(caller.scope, before), error: changedMeanwhile }],
    outcome: "done",
    answer: await viewContent(caller, { ...before, ...set }, images),
    audit: isNew ? { verb: "content.update", subject: id } : null,
  });
}

function changedMeanwhile(): AppError {
  return new AppError(
    "conflict",
    "Somebody changed this content since you read it. Read it again, and make your change from that.",
  );
}
