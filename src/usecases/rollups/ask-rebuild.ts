import type { ContentId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { createJob } from "../../storage/jobs.ts";
import { found } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/** Queues a rebuild of a content's sums. Asked twice it is done twice, to the same end. */
export async function askRebuild(caller: Caller, id: ContentId) {
  requireScope(caller, "admin");
  const { scope } = caller;
  const { id: contentId } = found(await findContent(scope, id), "content");
  const task = { kind: "rebuild-rollups" as const, input: { contentId } };
  const job = queuedJob(scope, task, caller.now());
  const done = await write(caller, {
    statements: [createJob(scope, job)],
    outcome: "accepted",
    answer: { jobId: job.id },
    audit: { verb: "content.rebuild-rollups", subject: id },
  });
  await wakeJob(caller, job);
  return done;
}
