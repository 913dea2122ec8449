/** Does the work of one queued job. Safe to call again for the same job at any time. */
import { endCompiling } from "../../storage/contents.ts";
import { type JobId, shardOf } from "../../storage/ids.ts";
import { findQueuedJob, type Job, updateJob } from "../../storage/jobs.ts";
import { batch, openScope } from "../../storage/scope.ts";
import { compileContent, type PublishInput } from "../contents/compile-content.ts";
import type { Context, Scoped } from "../context.ts";
import { AppError } from "../errors.ts";

/** A job that failed this often by a fault of ours is given up. */
const maxAttempts = 4;

/**
 * Runs the job an id names. A fault the caller can mend ends the job as failed, with its reason; any
 * other fault is thrown, so that the queue tries again, until the last attempt fails the job.
 */
export async function runJob(ctx: Context, id: string): Promise<void> {
  const d1 = ctx.shards.get(shardOf(id));
  const job = d1 ? await findQueuedJob(d1, id as JobId) : null;
  if (!job || job.status === "succeeded" || job.status === "failed") return;
  const scope = openScope(ctx.shards, job.workspaceId, null);
  const scoped: Scoped = { ...ctx, scope };
  const attempts = job.attempts + 1;
  await batch(scope, [
    updateJob(scope, job.id, { status: "running", attempts, updatedAt: ctx.now() }),
  ]);
  try {
    await compileContent(scoped, job.id, job.input as PublishInput);
  } catch (error) {
    if (error instanceof AppError) return await fail(scoped, job, error);
    if (attempts < maxAttempts) throw error;
    console.error(JSON.stringify({ event: "job-given-up", jobId: job.id, error: String(error) }));
    const detail =
      "Something on our side failed several times. Publish again, or tell the operator.";
    await fail(scoped, job, new AppError("unavailable", detail));
  }
}

async function fail(ctx: Scoped, job: Job, error: AppError): Promise<void> {
  const { code, detail, errors } = error;
  await batch(ctx.scope, [
    updateJob(ctx.scope, job.id, {
      status: "failed",
      error: { code, detail, ...(errors ? { errors } : {}) },
      updatedAt: ctx.now(),
    }),
    endCompiling(ctx.scope, (job.input as PublishInput).contentId, job.id),
  ]);
}
