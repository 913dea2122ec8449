import type { ContentId } from "../../domain/ids.ts";
import {
  type Content,
  findContent,
  publishingAsRead,
  updateContent,
} from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { createJob } from "../../storage/jobs.ts";
import type { CapacityReport } from "../../variation/text/index.ts";
import { AppError, found } from "../errors.ts";
import { undrawnSenders } from "../images/undrawn-senders.ts";
import { tellWordings } from "../jobs/get-job.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { readFuture } from "../time.ts";
import { capacityState, seatedTeams } from "./count-capacity.ts";
import { endWaiting } from "./end-waiting.ts";

/**
 * Queues the publishing of a content's draft; the job's row is the truth, the queue only wakes it. With a time to
 * come the job waits: what goes out then is the draft as it is now. Another that waits is replaced. Says of which
 * senders something cannot be drawn on the pictures.
 * Throws `conflict` while another publish of this content is under way.
 */
export async function publishContent(
  caller: Caller,
  id: ContentId,
  input: { acceptAchieved?: boolean | undefined; at?: string | undefined },
) {
  requireScope(caller, "write");
  const { scope } = caller;
  const content = found(await findContent(scope, id), "content");
  if (content.compilingJobId !== null) throw underWay();
  const acceptAchieved = input.acceptAchieved === true;
  const at = readFuture("at", input.at, caller.now(), "year") ?? undefined;
  const task = {
    kind: "publish" as const,
    input: { contentId: id, acceptAchieved, ...(at === undefined ? {} : { at }) },
  };
  const job = queuedJob(scope, task, caller.now());
  const before = await endWaiting(caller, content, replaced());
  const done = await write(caller, {
    statements: [
      ...before.statements,
      createJob(scope, job),
      updateContent(scope, id, { compilingJobId: job.id }),
    ],
    guards: [{ condition: publishingAsRead(scope, content), error: underWay }],
    outcome: "accepted",
    answer: {
      jobId: job.id,
      ...(await knownWordings(caller, content)),
      undrawn: await undrawnSenders(caller, await listImages(scope, id)),
    },
    audit: { verb: "content.publish", subject: id },
  });
  await before.forget();
  await wakeJob(caller, job);
  return done;
}

/** Who would share a wording with whom, where the draft as it stands was counted already. */
async function knownWordings(caller: Caller, content: Content) {
  const { capacity } = content;
  if (!capacity?.report || capacity.jobId) return {};
  const state = capacityState(caller, content, await seatedTeams(caller));
  return capacity.state === state
    ? { wordings: tellWordings(capacity.report as CapacityReport) }
    : {};
}

function replaced(): AppError {
  return new AppError("conflict", "Another publish of this content took its place.");
}

function underWay(): AppError {
  return new AppError(
    "conflict",
    "This content is being published already. Wait for its job to finish.",
  );
}
