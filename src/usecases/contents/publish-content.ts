import type { ContentId } from "../../domain/ids.ts";
import { findContent, notCompiling, updateContent } from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { createJob } from "../../storage/jobs.ts";
import { AppError, found } from "../errors.ts";
import { undrawnSenders } from "../images/undrawn-senders.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/**
 * Queues the publishing of a content's draft; the job's row is the truth, the queue only wakes it. Says of
 * which senders something cannot be drawn on the pictures.
 * Throws `conflict` while another publish of this content is under way.
 */
export async function publishContent(
  caller: Caller,
  id: ContentId,
  input: { acceptAchieved?: boolean | undefined },
) {
  requireScope(caller, "write");
  const { scope } = caller;
  const content = found(await findContent(scope, id), "content");
  if (content.compilingJobId !== null) throw underWay();
  const acceptAchieved = input.acceptAchieved === true;
  const task = { kind: "publish" as const, input: { contentId: id, acceptAchieved } };
  const job = queuedJob(scope, task, caller.now());
  const done = await write(caller, {
    statements: [createJob(scope, job), updateContent(scope, id, { compilingJobId: job.id })],
    guards: [{ condition: notCompiling(scope, id), error: underWay }],
    outcome: "accepted",
    answer: {
      jobId: job.id,
      undrawn: await undrawnSenders(caller, await listImages(scope, id)),
    },
    audit: { verb: "content.publish", subject: id },
  });
  await wakeJob(caller, job);
  return done;
}

function underWay(): AppError {
  return new AppError(
    "conflict",
    "This content is being published already. Wait for its job to finish.",
  );
}
