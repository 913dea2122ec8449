import { type JobId, type Ms, newId } from "../../storage/ids.ts";
import type { Job } from "../../storage/jobs.ts";
import type { Scope } from "../../storage/scope.ts";
import type { PublishInput } from "../contents/compile-content.ts";
import type { IngestInput } from "../images/ingest-image.ts";

/** What each kind of job is given. */
export type JobInputs = { publish: PublishInput; ingest: IngestInput };

/** The row of a new job. */
export function queuedJob<Kind extends Job["kind"]>(
  { shard, workspaceId }: Scope,
  kind: Kind,
  input: JobInputs[Kind],
  now: Ms,
): Job {
  return {
    id: newId<JobId>(shard),
    workspaceId,
    kind,
    input,
    status: "queued",
    progress: 0,
    error: null,
    attempts: 0,
    createdAt: now,
    updatedAt: now,
  };
}
