import type { ContentId, JobId } from "../../domain/ids.ts";
import {
  type Content,
  capacityAsRead,
  findContent,
  updateContent,
} from "../../storage/contents.ts";
import { createJob, findJob } from "../../storage/jobs.ts";
import type { CapacityReport } from "../../variation/text/index.ts";
import { errorOf, found } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { type Done, keep } from "../kernel/write.ts";
import { adviceLanguage, tellCapacity } from "./capacity-view.ts";
import { capacityState, seatedTeams } from "./count-capacity.ts";

/** A report that a job is counting still. */
export type Counting = { status: "counting"; jobId: JobId; progress: number };
export type CapacityAnswer = Done<ReturnType<typeof tellCapacity> | Counting>;

/**
 * How many senders a content's draft serves at which distance, and what would raise it most: the report of this
 * state of the draft, which one job counts when somebody first asks for it. Throws the error of a draft that
 * does not compile.
 */
export async function getCapacity(caller: Caller, id: ContentId): Promise<CapacityAnswer> {
  requireScope(caller, "read", "own-team");
  return await repeat(caller, async () => {
    const content = found(await findContent(caller.scope, id), "content");
    const state = capacityState(caller, content, await seatedTeams(caller));
    const kept = content.capacity?.state === state ? content.capacity : null;
    if (kept?.report && !kept.jobId) {
      const report = kept.report as CapacityReport;
      return {
        outcome: "done",
        answer: tellCapacity(report, adviceLanguage(caller, content.language)),
      };
    }
    const job = kept?.jobId ? await findJob(caller.scope, kept.jobId) : null;
    if (job?.error && job.error.code !== "unavailable") throw errorOf(job.error);
    if (job?.status === "queued" || job?.status === "running") return counting(job);
    return counting(await startCounting(caller, content, state));
  });
}

function counting({ id: jobId, progress }: { id: JobId; progress: number }): CapacityAnswer {
  return { outcome: "accepted", answer: { status: "counting", jobId, progress } };
}

/** One job, however many ask at once. */
async function startCounting(caller: Caller, content: Content, state: string) {
  const { scope } = caller;
  const task = { kind: "capacity" as const, input: { contentId: content.id } };
  const job = queuedJob(scope, task, caller.now());
  const capacity = { ...content.capacity, state, jobId: job.id };
  await keep(
    scope,
    [createJob(scope, job), updateContent(scope, content.id, { capacity })],
    [{ condition: capacityAsRead(scope, content), error: () => new Raced() }],
  );
  await wakeJob(caller, job);
  return job;
}
