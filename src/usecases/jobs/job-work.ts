/** What a file of kinds/ says of its kind of job. scripts/build-registries.ts finds it there. */
import type { JobId } from "../../domain/ids.ts";
import type { JobInputs, JobKind } from "../../domain/job.ts";
import { updateJob } from "../../storage/jobs.ts";
import { type AppError, failureOf } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";

type Work<Input> = {
  /** Reads the input of a row. Throws where it is not this kind's. */
  parse: (input: Record<string, unknown>) => Input;
  /** True where the job has to wait for others, which wake it. */
  mustWait: (ctx: Scoped, id: JobId, input: Input) => Promise<boolean>;
  /** Does it. Safe to be called again for the same job at any time. Throws AppError to end it as failed. */
  run: (ctx: Scoped, id: JobId, input: Input) => Promise<void>;
  /** Ends it as failed, and whatever waits for it; where nothing does, its row is all that ends. */
  fail?: (ctx: Scoped, id: JobId, input: Input, error: AppError) => Promise<void>;
  /** What somebody does who wants it done after all: "Publish again". */
  again: string;
};

/** One job's work, its input read. */
export type BegunWork = {
  mustWait: (ctx: Scoped) => Promise<boolean>;
  run: (ctx: Scoped) => Promise<void>;
  fail: (ctx: Scoped, error: AppError) => Promise<void>;
};

export type JobWork<Kind extends JobKind = JobKind> = {
  kind: Kind;
  again: string;
  /** Reads a row's input. Throws where it is not this kind's. */
  begin: (id: JobId, input: Record<string, unknown>) => BegunWork;
};

/** The work of a kind; its input is read once, so that nothing else need know what it is. */
export function defineJob<Kind extends JobKind>(
  kind: Kind,
  { parse, mustWait, run, fail = endRow, again }: Work<JobInputs[Kind]>,
): JobWork<Kind> {
  return {
    kind,
    again,
    begin(id, row) {
      const input = parse(row);
      return {
        mustWait: (ctx) => mustWait(ctx, id, input),
        run: (ctx) => run(ctx, id, input),
        fail: (ctx, error) => fail(ctx, id, input, error),
      };
    },
  };
}

async function endRow(
  { scope, now }: Scoped,
  id: JobId,
  _input: unknown,
  error: AppError,
): Promise<void> {
  const ended = { status: "failed" as const, error: failureOf(error), updatedAt: now() };
  await keep(scope, [updateJob(scope, id, ended)]);
}
