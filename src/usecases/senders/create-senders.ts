import { createJob } from "../../storage/jobs.ts";
import {
  findSendersByExternalIds,
  createSenders as insertSenders,
  type Sender,
  sendersThere,
  updateSenders,
} from "../../storage/senders.ts";
import type { FieldError } from "../errors.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import { defined } from "../patch.ts";
import {
  dealingJob,
  externalIdKey,
  firstSeatOf,
  type NewSender,
  senderRow,
} from "./create-sender.ts";
import { bannedIn, bannedOwnWords } from "./own-words.ts";
import { viewSender, withoutKit } from "./sender-view.ts";

type Outcome = { row: Sender; status: "created" | "updated" };
type Failure = { error: { code: string; detail: string; errors?: FieldError[] } };
/** A sender as read, or what is wrong with it: such a one fails alone. */
type Read = NewSender | { faults: FieldError[] };

/**
 * Adds many senders in one transaction; one whose external id exists already is changed. Answers per
 * item, in order: an external id that the same call names twice fails the later one alone.
 */
export async function createSenders(caller: Caller, inputs: Read[]) {
  requireScope(caller, "write");
  return await repeat(caller, async () => {
    const { outcomes, statements, created, changed } = await plan(caller, inputs);
    const job = created.length > 0 ? dealingJob(caller, created) : null;
    const results = await Promise.all(
      outcomes.map((outcome, index) => report(caller, outcome, index)),
    );
    const recorded = results.map((one) =>
      "sender" in one ? { ...one, sender: withoutKit(one.sender) } : one,
    );
    const done = await write(caller, {
      statements: [...statements, ...(job ? [createJob(caller.scope, job)] : [])],
      guards: [
        { condition: sendersThere(caller.scope, changed), error: () => new Raced() },
        { free: externalIdKey, error: () => new Raced() },
      ],
      outcome: "done",
      answer: { results },
      recorded: { body: { results: recorded } },
      audit: { verb: "sender.bulk", subject: caller.scope.workspaceId },
    });
    if (job) await wakeJob(caller, job);
    return done;
  });
}

async function plan(caller: Caller, inputs: Read[]) {
  const good = inputs.flatMap((input) => ("faults" in input ? [] : input));
  const externalIds = good.flatMap((input) => input.externalId ?? []);
  const existing = await findSendersByExternalIds(caller.scope, externalIds);
  const seen = new Set<string>();
  const created: Sender[] = [];
  const changed: (Pick<Sender, "id"> & Partial<Sender>)[] = [];
  const isNew = ({ externalId }: NewSender) => !externalId || !existing.has(externalId);
  let seat = await firstSeatOf(caller, good.filter(isNew).length);
  const { bannedWords } = caller.workspace;

  const outcomes = inputs.map((input): Outcome | Failure => {
    if ("faults" in input) {
      const detail = "Some fields of this sender are wrong; errors says which and why.";
      return { error: { code: "invalid", detail, errors: input.faults } };
    }
    const { externalId } = input;
    const banned = bannedIn(input, bannedWords);
    if (banned) return { error: { code: "invalid", detail: `${banned}: ${bannedOwnWords}` } };
    if (externalId && seen.has(externalId)) {
      const detail = "An earlier item of this call has the same externalId. Send each once.";
      return { error: { code: "conflict", detail } };
    }
    if (externalId) seen.add(externalId);
    const before = externalId ? existing.get(externalId) : undefined;
    if (before) {
      const set = defined(input);
      changed.push({ id: before.id, ...set });
      return { row: { ...before, ...set }, status: "updated" };
    }
    const row = senderRow(caller, input, seat++);
    created.push(row);
    return { row, status: "created" };
  });
  return {
    outcomes,
    created: created.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    statements: [
      ...(created.length === 0 ? [] : [insertSenders(caller.scope, created)]),
      ...(changed.length === 0 ? [] : [updateSenders(caller.scope, changed)]),
    ],
  };
}

async function report(caller: Caller, outcome: Outcome | Failure, index: number) {
  if ("error" in outcome) return { index, status: "failed" as const, error: outcome.error };
  return { index, status: outcome.status, sender: await viewSender(caller, outcome.row) };
}
