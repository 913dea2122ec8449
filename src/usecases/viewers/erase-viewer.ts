import type { JobId, ViewerId } from "../../domain/ids.ts";
import { between, second, times } from "../../domain/units.ts";
import { visitLife } from "../../domain/visit.ts";
import { eraseHeld } from "../../storage/held.ts";
import { createJob, deleteJob } from "../../storage/jobs.ts";
import { findLinksOfContacts } from "../../storage/links.ts";
import type { Statement } from "../../storage/scope.ts";
import { bury } from "../../storage/tombstones.ts";
import { aliasesAsRead, findViewer, type Viewer } from "../../storage/viewers.ts";
import { found } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireReader, requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { newTurn } from "../kernel/turn.ts";
import { keep, write } from "../kernel/write.ts";
import { recount } from "../rollups/recount.ts";
import { rfc3339 } from "../time.ts";
import { personOf } from "./held-of.ts";
import type { ViewerHolder } from "./privacy-token.ts";
import { signReceipt } from "./receipt.ts";
import { tombstonesOf } from "./tombstone.ts";

/**
 * Erases a viewer: every row that is theirs and all that was derived of it, in every table of the manifest; what
 * they read stays in sums that name nobody. A contact that they certainly are goes with them. Answers with a
 * receipt that anybody can check. Where others change the same sums all the time a job does it: nobody is told to come
 * again. Throws `not-found`.
 */
export async function eraseViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "admin");
  return await erase(caller, id);
}

/** The same for the viewer themselves. */
export async function eraseOwn(holder: ViewerHolder) {
  requireReader(holder);
  return await erase(holder, holder.viewer.id);
}

/**
 * Who is erased leaves the sums of what they read, and all who read the same share those: of many in one second each
 * would find them changed by another. So they wait for each other, and race only with what other isolates do.
 */
const turn = newTurn(times(10, second));
const patience = times(20, second);

/** The mark that stands for whoever is erased, once it is noted that they are: tries after the first note it no more. */
type Begun = { mark: string | null };

async function erase(caller: Caller, id: ViewerId) {
  const at = caller.now();
  const begun: Begun = { mark: null };
  let jobId: JobId | null = null;
  try {
    await turn({ ...caller, patience, tooLong: () => new Raced() }, () =>
      repeat(caller, async () => {
        const viewer = found(await findViewer(caller.scope, id), "viewer");
        await eraseAsRead(caller, viewer, begun);
      }),
    );
  } catch (error) {
    if (!(error instanceof Raced)) throw error;
    // Whoever asks to be forgotten is not sent away because others are busy.
    jobId = await leaveToJob(caller, id, begun);
  }
  const of = begun.mark ?? "";
  const receipt = await signReceipt(caller, caller.scope.workspaceId, { kind: "erasure", at, of });
  const answer = { erasedAt: rfc3339(at), receipt, jobId };
  return { outcome: jobId === null ? ("done" as const) : ("accepted" as const), answer };
}

/** Has a job erase a viewer; what comes of them from now on is let go. */
async function leaveToJob(caller: Caller, id: ViewerId, begun: Begun): Promise<JobId> {
  const { scope } = caller;
  const now = caller.now();
  const root = found(await findViewer(scope, id), "viewer").id;
  const mark = (await tombstonesOf(caller, [root])).get(root) ?? "";
  const job = queuedJob(scope, { kind: "erase", input: { viewerId: root } }, now);
  await write(caller, {
    statements: [bury(scope, [mark], now), createJob(scope, job)],
    outcome: "accepted",
    answer: undefined,
    audit: begun.mark === null ? { verb: "viewer.erase", subject: mark } : null,
  });
  begun.mark ??= mark;
  await wakeJob(caller, job);
  return job.id;
}

/**
 * Erases a viewer whom a call could not, and with them the job's own row, which names them. Throws Raced where others
 * were quicker, and comes again.
 */
export async function eraseByJob(ctx: Scoped, id: ViewerId, jobId: JobId): Promise<void> {
  const { scope } = ctx;
  const also = [deleteJob(scope, jobId)];
  const caller = { ...ctx, once: null };
  await turn({ ...ctx, patience, tooLong: () => new Raced() }, () =>
    repeat(ctx, async () => {
      const viewer = await findViewer(scope, id);
      if (viewer) await eraseAsRead(caller, viewer, { mark: "by the call" }, also);
      else await keep(scope, also);
    }),
  );
}

/**
 * Erases a viewer with all that turned out to be them. Throws Raced where
 * somebody else was found to be them meanwhile: what is theirs would stay.
 */
async function eraseAsRead(
  caller: Caller,
  viewer: Viewer,
  begun: Begun,
  also: readonly Statement[] = [],
): Promise<void> {
  const { scope } = caller;
  const { person, visits } = await personOf(caller, viewer);
  const marks = await tombstonesOf(caller, [
    ...person.viewers,
    ...person.visits,
    ...person.contacts,
  ]);
  const markOf = (id: string) => marks.get(id) ?? "";
  // A visit's messages come for a day at most; a viewer's cookie for years.
  const late = visits.filter(({ quarter }) => between(quarter, caller.now()) < times(2, visitLife));
  const links = await findLinksOfContacts(scope, person.contacts);
  const buried = [...person.viewers, ...late.map(({ id }) => id)].map(markOf);
  // First of all nothing may come back; should the rest fail, asking again does it.
  await write(caller, {
    statements: [bury(scope, buried, caller.now())],
    outcome: "done",
    answer: undefined,
    audit: begun.mark === null ? { verb: "viewer.erase", subject: markOf(viewer.id) } : null,
  });
  begun.mark ??= markOf(viewer.id);
  const d1 = caller.shards.get(scope.shard);
  if (!d1) throw new Error("The scope's own shard is not bound");
  await recount(d1, {
    counted: [],
    uncounted: visits,
    retires: true,
    also: [...eraseHeld(scope, person, Object.fromEntries(marks)), ...also],
    guards: [
      {
        condition: aliasesAsRead(scope, viewer.id, person.viewers),
        error: () => new Raced(),
      },
    ],
  });
  await Promise.all(links.map(({ code }) => caller.links.forget(code)));
}
