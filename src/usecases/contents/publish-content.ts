import type { ContentId } from "../../domain/ids.ts";
import { commit } from "../../storage/commit.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { createJob } from "../../storage/jobs.ts";
import { isUniqueViolation } from "../../storage/scope.ts";
import type { Caller } from "../context.ts";
import { AppError, found } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";

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
  const acceptAchieved = input.acceptAchieved === true;
  const job = queuedJob(scope, { kind: "publish", input: { contentId: id, acceptAchieved } }, now);
  const jobId = job.id;
  const answer = { jobId };
  const statements = [createJob(scope, job), updateContent(scope, id, { compilingJobId: jobId })];
  try {
    await commit(scope, now, statements, { status: 202, body: answer });
  } catch (error) {
    throw isUniqueViolation(error) ? underWay() : error;
  }
  await wakeJob(caller, job);
  return answer;
}

function underWay(): AppError {
  return new AppError(
    "conflict",
    "This content is being published already. Wait for its job to finish.",
  );
}
