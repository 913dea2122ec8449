import { commit } from "../../storage/commit.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { type ContentId, type JobId, newId } from "../../storage/ids.ts";
import { createJob } from "../../storage/jobs.ts";
import { isUniqueViolation } from "../../storage/scope.ts";
import type { Caller } from "../context.ts";
import { AppError, found } from "../errors.ts";

/**
 * Queues the publishing of a content's draft; the job's row is the truth, the queue only wakes it.
 * Throws `conflict` while another publish of this content is under way.
 */
export async function publishContent(
  caller: Caller,
  id: ContentId,
  input: { acceptAchieved?: boolean | undefined },
) {
  const { scope } = caller;
  const content = found(await findContent(scope, id), "content");
  if (content.compilingJobId !== null) throw underWay();
  const now = caller.now();
  const jobId = newId<JobId>(scope.shard);
  const job = {
    id: jobId,
    workspaceId: scope.workspaceId,
    kind: "publish" as const,
    input: { contentId: id, acceptAchieved: input.acceptAchieved === true },
    status: "queued" as const,
    progress: 0,
    error: null,
    attempts: 0,
    createdAt: now,
    updatedAt: now,
  };
  const answer = { jobId };
  const statements = [createJob(scope, job), updateContent(scope, id, { compilingJobId: jobId })];
  try {
    await commit(scope, now, statements, { status: 202, body: answer });
  } catch (error) {
    throw isUniqueViolation(error) ? underWay() : error;
  }
  // The sweep wakes the job where this fails.
  await caller.queues.wakeJob(jobId).catch((error: unknown) => {
    console.error(JSON.stringify({ event: "job-not-woken", jobId, error: String(error) }));
  });
  return answer;
}

function underWay(): AppError {
  return new AppError(
    "conflict",
    "This content is being published already. Wait for its job to finish.",
  );
}
