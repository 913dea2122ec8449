import type { ContentId } from "../../domain/ids.ts";
import { findContent, waitsFor } from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { viewContent } from "./content-view.ts";
import { endWaiting } from "./end-waiting.ts";

/** Takes back what waits to go out of a content; what is published stays. Throws `conflict` where nothing waits. */
export async function cancelPublish(caller: Caller, id: ContentId) {
  requireScope(caller, "write");
  const content = found(await findContent(caller.scope, id), "content");
  const { waiting } = content;
  if (waiting === null) throw nothingWaits();
  const images = await listImages(caller.scope, id);
  const { statements, forget } = await endWaiting(caller, content, takenBack());
  const done = await write(caller, {
    statements,
    guards: [{ condition: waitsFor(caller.scope, id, waiting.jobId), error: nothingWaits }],
    outcome: "done",
    answer: await viewContent(caller, { ...content, waiting: null }, images),
    audit: { verb: "content.cancel-publish", subject: id },
  });
  await forget();
  return done;
}

function takenBack(): AppError {
  return new AppError("conflict", "The publishing was taken back before its time.");
}

function nothingWaits(): AppError {
  return new AppError("conflict", "Nothing of this content waits to be published.");
}
