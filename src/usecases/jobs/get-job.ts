import { type ContentId, type JobId, knownId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { findJob } from "../../storage/jobs.ts";
import { findPublished } from "../../storage/versions.ts";
import type { CapacityReport } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";

type Job = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** Where a job stands; of one that publishes also who shares a wording with whom, once that is known. */
export async function getJob(caller: Caller, id: JobId) {
  requireScope(caller, "read", "own-team");
  const job = found(await findJob(caller.scope, id), "job");
  const report = job.kind === "publish" ? await reportOf(caller, job) : undefined;
  return {
    id: job.id,
    kind: job.kind,
    status: job.status,
    progress: job.progress,
    ...(job.error ? { error: job.error } : {}),
    ...(job.status === "queued" && job.notBefore !== null
      ? { waitsUntil: rfc3339(job.notBefore) }
      : {}),
    ...(report ? { wordings: tellWordings(report) } : {}),
    createdAt: rfc3339(job.createdAt),
    updatedAt: rfc3339(job.updatedAt),
  };
}

/** What of a capacity report a publish answers with, before and after. */
export function tellWordings({ seats, served, sharing, holds, folded }: CapacityReport) {
  return { seats, served, sharing, holds, folded };
}

/** The report of the version that a job made, or by which it found the text below the floor. */
async function reportOf(
  { scope }: Caller,
  { status, error, input, updatedAt }: Job,
): Promise<CapacityReport | undefined> {
  const contentId = knownId<ContentId>(String(input.contentId));
  if (status === "succeeded") {
    const { version } = await findPublished(scope, contentId);
    // Both were written in one moment; a later version is another job's.
    return version?.publishedAt === updatedAt
      ? (JSON.parse(version.report) as CapacityReport)
      : undefined;
  }
  if (error?.code !== "below-floor") return undefined;
  const content = await findContent(scope, contentId);
  return content?.capacity?.jobId ? undefined : (content?.capacity?.report as CapacityReport);
}
