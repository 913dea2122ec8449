import type { SenderId } from "../../domain/ids.ts";
import { createJob, type Job } from "../../storage/jobs.ts";
import { newId } from "../../storage/new-id.ts";
import { createSender as insertSender, type Sender, takeSeats } from "../../storage/senders.ts";
import { AppError } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { take, write } from "../kernel/write.ts";
import { checkOwnWords } from "./own-words.ts";
import { viewSender, withoutKit } from "./sender-view.ts";

export type NewSender = {
  name: string;
  externalId?: string | null | undefined;
  team?: string | null | undefined;
  title?: string | null | undefined;
  phone?: string | null | undefined;
  /** The sender's own last line of a caption. */
  signature?: string | null | undefined;
  /** The sender's own first words, before the caption's. */
  opener?: string | null | undefined;
  /** The sender's own words after the caption's, before the signature. */
  closer?: string | null | undefined;
};

/** The unique index on a workspace's external ids. */
export const externalIdKey = "senders.external_id";

/**
 * Adds a sender on the workspace's next seat. Throws `conflict` where the external id is taken and
 * `invalid` for own words that hold a banned one.
 */
export async function createSender(
  caller: Caller,
  input: NewSender,
  taken: () => AppError = externalIdTaken,
) {
  requireScope(caller, "write");
  checkOwnWords(caller, input);
  const row = senderRow(caller, input, await firstSeatOf(caller, 1));
  const answer = await viewSender(caller, row);
  const job = dealingJob(caller, [row.id]);
  const done = await write(caller, {
    statements: [insertSender(caller.scope, row), createJob(caller.scope, job)],
    guards: [{ free: externalIdKey, error: taken }],
    outcome: "created",
    answer,
    recorded: { body: withoutKit(answer) },
    audit: { verb: "sender.create", subject: row.id },
  });
  await wakeJob(caller, job);
  return done;
}

/** The job that gives new senders what is shared already. */
export function dealingJob(ctx: Scoped, senderIds: SenderId[]): Job {
  return queuedJob(ctx.scope, { kind: "deal", input: { senderIds } }, ctx.now());
}

export function externalIdTaken(): AppError {
  return new AppError(
    "conflict",
    "Another sender has this externalId. Use PUT /v1/senders/by-external-id/{externalId} to change it.",
    [{ path: "externalId", message: "Taken by another sender." }],
  );
}

/** The first of so many seats, which nobody else gets from now on. */
export async function firstSeatOf({ scope }: Scoped, count: number): Promise<number> {
  const [taken] = await take<{ lastSeat: number }>(scope, takeSeats(scope, count));
  if (!taken) throw new Error("The workspace gave no seat");
  return taken.lastSeat - count + 1;
}

/** The row of a new sender. */
export function senderRow(ctx: Scoped, input: NewSender, seat: number): Sender {
  return {
    id: newId<SenderId>(ctx.scope.shard),
    workspaceId: ctx.scope.workspaceId,
    seat,
    externalId: input.externalId ?? null,
    name: input.name,
    team: input.team ?? null,
    title: input.title ?? null,
    phone: input.phone ?? null,
    signature: input.signature ?? null,
    opener: input.opener ?? null,
    closer: input.closer ?? null,
    portraitKey: null,
    wechatQrKey: null,
    handedTo: null,
    kitEpoch: 0,
    createdAt: ctx.now(),
    deletedAt: null,
  };
}
