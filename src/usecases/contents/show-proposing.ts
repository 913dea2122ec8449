import type { ContentId, JobId } from "../../domain/ids.ts";
import { findJob, findProposing } from "../../storage/jobs.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";

/**
 * Whether a model can be asked for options of a content's sentences, and how the asking stands: of the job that is
 * under way, or of the one that somebody waited for.
 */
export async function showProposing(caller: Caller, id: ContentId, waitedFor: JobId | null) {
  requireScope(caller, "read", "own-team");
  const [underWay, ended] = await Promise.all([
    findProposing(caller.scope, id),
    waitedFor && findJob(caller.scope, waitedFor),
  ]);
  const job = underWay ?? (ended?.input.contentId === id ? ended : null);
  return {
    model: caller.model?.name ?? null,
    job: job && { id: job.id, status: job.status, progress: job.progress, error: job.error },
  };
}
