import type { JobId } from "../../domain/ids.ts";
import { findJob } from "../../storage/jobs.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";

export async function getJob(caller: Caller, id: JobId) {
  requireScope(caller, "read", "own-team");
  const job = found(await findJob(caller.scope, id), "job");
  return {
    id: job.id,
    kind: job.kind,
    status: job.status,
    progress: job.progress,
    ...(job.error ? { error: job.error } : {}),
    createdAt: rfc3339(job.createdAt),
    updatedAt: rfc3339(job.updatedAt),
  };
}
