import { jobQueues } from "../../domain/job.ts";
import { earlier, minute, times } from "../../domain/units.ts";
import { listStalledJobs } from "../../storage/jobs.ts";
import type { Context } from "../kernel/context.ts";

/** Longer than a job waits for its next try. */
const stalledAfter = times(2, minute);

/** Wakes unfinished jobs that nothing has touched for a while, since their queue message may be lost, and those that are due. */
export async function sweepJobs(ctx: Context, untouchedFor = stalledAfter): Promise<void> {
  for (const d1 of ctx.shards.values()) {
    const now = ctx.now();
    for (const job of await listStalledJobs(d1, { since: earlier(now, untouchedFor), now })) {
      await ctx.queues.send(jobQueues[job.kind], job.id);
    }
  }
}
