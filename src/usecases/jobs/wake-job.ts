import { jobQueues } from "../../domain/job.ts";
import type { Job } from "../../storage/jobs.ts";
import type { Context } from "../kernel/context.ts";

/** Has a job run soon. Where its queue refuses, the sweep wakes it. */
export async function wakeJob(ctx: Context, job: Pick<Job, "id" | "kind">): Promise<void> {
  await ctx.queues.send(jobQueues[job.kind], job.id).catch((error: unknown) => {
    ctx.log.error("job-not-woken", error, { jobId: job.id });
  });
}
