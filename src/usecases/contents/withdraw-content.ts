import type { ContentId } from "../../domain/ids.ts";
import { findContent, publishingAsRead, updateContent } from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { updateJob } from "../../storage/jobs.ts";
import { AppError, failureOf, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import { withdrawn } from "./compile-content.ts";
import { viewContent } from "./content-view.ts";
import { endWaiting } from "./end-waiting.ts";

/**
 * Takes a published content back: its links answer readers 410 until it is published again. A publish
 * that is still under way, or waits for its time, comes to nothing.
 */
export async function withdrawContent(caller: Caller, id: ContentId) {
  requireScope(caller, "write");
  return await repeat(caller, () => withdraw(caller, id));
}

/** Throws Raced where a publish came to an end or to its time meanwhile: what it left has to be taken back as well. */
async function withdraw(caller: Caller, id: ContentId) {
  const row = found(await findContent(caller.scope, id), "content");
  if (row.publishedVersion === null && row.waiting === null) {
    throw new AppError(
      "not-published",
      "This content was never published, so there is nothing to withdraw.",
    );
  }
  const now = caller.now();
  const withdrawnAt = row.publishedVersion === null ? null : (row.withdrawnAt ?? now);
  const set = { withdrawnAt, compilingJobId: null, waiting: null, updatedAt: now };
  const images = await listImages(caller.scope, id);
  const waits = await endWaiting(caller, row, withdrawn());
  const done = await write(caller, {
    statements: [
      ...waits.statements,
      updateContent(caller.scope, id, set),
      // Its row ends here, so that the content can be published again at once.
      ...(row.compilingJobId === null
        ? []
        : [
            updateJob(caller.scope, row.compilingJobId, {
              status: "failed",
              error: failureOf(withdrawn()),
              updatedAt: now,
            }),
          ]),
    ],
    guards: [{ condition: publishingAsRead(caller.scope, row), error: () => new Raced() }],
    outcome: "done",
    answer: await viewContent(caller, { ...row, ...set }, images),
    audit: { verb: "content.withdraw", subject: id },
  });
  await waits.forget();
  return done;
}
