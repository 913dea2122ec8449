/** Does the work of one queued job. Safe to call again for the same job at any time. */

import { type JobId, knownId, shardOf } from "../../domain/ids.ts";
import type { IngestInput, PublishInput } from "../../domain/job.ts";
import { findQueuedJob, type Job, updateJob } from "../../storage/jobs.ts";
import { compileContent, failPublish, waitsForImages } from "../contents/compile-content.ts";
import { AppError } from "../errors.ts";
import { failIngest, ingestImage } from "../images/ingest-image.ts";
import { type Context, enterWorkspace, type Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";

/** A job that failed this often by a fault of ours is given up. */
const maxAttempts = 4;

type Work = {
  /** True where the job has to wait for others, which wake it. */
  mustWait: (ctx: Scoped) => Promise<boolean>;
  run: (ctx: Scoped) => Promise<void>;
  fail: (ctx: Scoped, error: AppError) => Promise<void>;
};

function workOf({ id, kind, input }: Job): Work {
  if (kind === "ingest") {
    const given = input as IngestInput;
    return {
      mustWait: async () => false,
      run: (ctx) => ingestImage(ctx, id, given),
      fail: (ctx, error) => failIngest(ctx, id, given, error),
    };
  }
  const given = input as PublishInput;
  return {
    mustWait: (ctx) => waitsForImages(ctx, id, given),
    run: (ctx) => compileContent(ctx, id, given),
    fail: (ctx, error) => failPublish(ctx, id, given, error),
  };
}

/**
 * Runs the job an id names. A fault the caller can mend ends the job as failed, with its reason; any
 * other fault is thrown, so that the queue tries again, until the last attempt fails the job. A job
 * that breaks its isolate each time throws nothing, but has used up its attempts all the same.
 */
export async function runJob(ctx: Context, id: string): Promise<void> {
  const d1 = ctx.shards.get(shardOf(id));
  const job = d1 ? await findQueuedJob(d1, knownId<JobId>(id)) : null;
  if (!job || job.status === "succeeded" || job.status === "failed") return;
  const scoped = await enterWorkspace(ctx, job.workspaceId, { kind: "job", id: job.id });
  const work = workOf(job);
  if (await work.mustWait(scoped)) return;
  const attempts = job.attempts + 1;
  if (attempts > maxAttempts) return await giveUp(scoped, job, "it never ended");
  await keep(scoped.scope, [
    updateJob(scoped.scope, job.id, { status: "running", attempts, updatedAt: ctx.now() }),
  ]);
  try {
    await work.run(scoped);
  } catch (error) {
    if (error instanceof AppError) return await work.fail(scoped, error);
    if (attempts < maxAttempts) throw error;
    await giveUp(scoped, job, error);
  }
}

async function giveUp(ctx: Scoped, job: Job, error: unknown): Promise<void> {
  ctx.log.error("job-given-up", error, { jobId: job.id });
  const again = job.kind === "ingest" ? "Upload the image again" : "Publish again";
  const detail = `Something on our side failed several times. ${again}, or tell the operator.`;
  await workOf(job).fail(ctx, new AppError("unavailable", detail));
}
