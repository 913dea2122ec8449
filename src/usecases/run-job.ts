/** Does the work of one queued job. Safe to call again for the same job at any time. */
import { type JobId, knownId, shardOf } from "../domain/ids.ts";
import { jobWorks } from "../generated/job-kinds.ts";
import { findQueuedJob, updateJob } from "../storage/jobs.ts";
import { AppError } from "./errors.ts";
import { type Context, enterWorkspace } from "./kernel/context.ts";
import { Raced } from "./kernel/repeat.ts";
import { keep } from "./kernel/write.ts";

/** A job that failed this often by a fault of ours is given up. */
const maxAttempts = 4;

/**
 * Runs the job an id names. A fault the caller can mend ends the job as failed, with its reason; any
 * other fault is thrown, so that the queue tries again, until the last attempt fails the job. A job
 * that breaks its isolate each time throws nothing, but has used up its attempts all the same.
 */
export async function runJob(ctx: Context, id: string): Promise<void> {
  const d1 = ctx.shards.get(shardOf(id));
  const job = d1 ? await findQueuedJob(d1, knownId<JobId>(id)) : null;
  if (!job || job.status === "succeeded" || job.status === "failed") return;
  if (job.notBefore !== null && job.notBefore > ctx.now()) return;
  const scoped = await enterWorkspace(ctx, job.workspaceId, { kind: "job", id: job.id });
  const { begin, again } = await jobWorks[job.kind]();
  const work = begin(job.id, job.input);
  const giveUp = async (error: unknown) => {
    ctx.log.error("job-given-up", error, { jobId: job.id });
    const detail = `Something on our side failed several times. ${again}, or tell the operator.`;
    await work.fail(scoped, new AppError("unavailable", detail));
  };
  if (await work.mustWait(scoped)) return;
  const attempts = job.attempts + 1;
  if (attempts > maxAttempts) return await giveUp("it never ended");
  await keep(scoped.scope, [
    updateJob(scoped.scope, job.id, { status: "running", attempts, updatedAt: ctx.now() }),
  ]);
  try {
    await work.run(scoped);
  } catch (error) {
    // Who lost a race may win the next one.
    if (error instanceof AppError && !(error instanceof Raced))
      return await work.fail(scoped, error);
    if (attempts < maxAttempts) throw error;
    await giveUp(error);
  }
}
