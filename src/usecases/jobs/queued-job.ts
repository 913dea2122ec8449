import type { JobId } from "../../domain/ids.ts";
import type { JobTask } from "../../domain/job.ts";
import type { Instant } from "../../domain/units.ts";
import type { Job } from "../../storage/jobs.ts";
import { newId } from "../../storage/new-id.ts";
import type { Scope } from "../../storage/scope.ts";

/** The row of a new job. */
export function queuedJob({ shard, workspaceId }: Scope, task: JobTask, now: Instant): Job {
  return {
    id: newId<JobId>(shard),
    workspaceId,
    ...task,
    status: "queued",
    progress: 0,
    error: null,
    attempts: 0,
    createdAt: now,
    updatedAt: now,
    notBefore: null,
  };
}
