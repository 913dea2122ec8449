/**
 * The one door through which statements run. What somebody asked for goes through `write`: it puts the
 * answer's record and the audit's row into the same transaction, so that neither exists without the
 * other, and turns a lost race into the error that names it. What the system notes for itself –
 * a job's progress, a batch of beats, what has expired – goes through `keep`.
 */

import type { Outcome } from "../../domain/vocabulary.ts";
import { addAudit } from "../../storage/audit.ts";
import { recordAnswer } from "../../storage/idempotency.ts";
import { newId } from "../../storage/new-id.ts";
import { type Condition, LostGuard, run, takenKey } from "../../storage/run.ts";
import type { Scope, Statement } from "../../storage/scope.ts";
import { AppError } from "../errors.ts";
import { nameActor } from "./actor.ts";
import type { Scoped } from "./context.ts";
import type { Once } from "./idempotency.ts";

/**
 * What must hold in the moment of writing, and the error of whoever finds that it does not: a condition,
 * or a key that nobody else may have taken ("senders.external_id").
 */
export type Guard = { error: () => AppError } & (
  | { condition: Condition }
  | { free: string | RegExp }
);

/** Who did what to what. The verb reads "content.publish"; the subject is an id. */
export type Audit = { verb: `${string}.${string}`; subject: string };

/** What a verb answers: what became of it, and what the caller gets; undefined where that is nothing. */
export type Done<Answer> = { outcome: Outcome; answer: Answer };

type Intent<Answer> = {
  statements: readonly Statement[];
  guards?: readonly Guard[];
  outcome: Outcome;
  answer: Answer;
  /** What a repeat of the call gets; the answer where it is absent, nothing where it is "secret". */
  recorded?: { body: unknown } | "secret";
  /** Null where nothing of note happened: the thing asked for was there already. */
  audit: Audit | null;
};

/**
 * Does what a verb decided, all of it or nothing. Throws the error of the guard that did not hold, and
 * `conflict` where a call with the same Idempotency-Key finished first.
 */
export async function write<Answer>(
  ctx: Pick<Scoped, "scope" | "actor" | "now"> & { once?: Once | null },
  { statements, guards = [], outcome, answer, recorded, audit }: Intent<Answer>,
): Promise<Done<Answer>> {
  const { scope, actor } = ctx;
  const now = ctx.now();
  const record =
    ctx.once == null
      ? []
      : recordAnswer(scope, now, {
          ...ctx.once,
          outcome,
          answer:
            recorded === "secret" ? null : JSON.stringify((recorded ?? { body: answer }).body),
        });
  const audited =
    audit === null
      ? []
      : [addAudit(scope, { id: newId(scope.shard), at: now, ...nameActor(actor), ...audit })];
  try {
    await run(scope, [...statements, ...audited, ...record], conditionsOf(guards));
  } catch (error) {
    throw lostRace(error, guards) ?? error;
  }
  return { outcome, answer };
}

/**
 * Runs statements that nobody asked for, as one transaction; returns how many rows each changed. Throws the
 * error of the guard that did not hold.
 */
export async function keep(
  target: Scope | D1Database,
  statements: readonly Statement[],
  guards: readonly Guard[] = [],
): Promise<number[]> {
  try {
    const results = await run(target, statements, conditionsOf(guards));
    return results.map(({ changes }) => changes);
  } catch (error) {
    throw lostRace(error, guards) ?? error;
  }
}

/** Runs one statement that nobody asked for and that returns rows. */
export async function take<Row>(target: Scope | D1Database, statement: Statement): Promise<Row[]> {
  const [result] = await run(target, [statement]);
  return (result?.rows ?? []) as Row[];
}

const conditionsOf = (guards: readonly Guard[]) =>
  guards.flatMap((guard) => ("condition" in guard ? guard.condition : []));

/** The error of a race that was lost; null for any other fault. */
function lostRace(error: unknown, guards: readonly Guard[]): AppError | null {
  if (error instanceof LostGuard) {
    const lost = guards.find((one) => "condition" in one && one.condition.name === error.guard);
    return lost?.error() ?? null;
  }
  const taken = takenKey(error);
  if (taken === null) return null;
  if (taken.includes("idempotency")) {
    return new AppError("conflict", "The same call is under way. Repeat it to get its answer.");
  }
  const lost = guards.find(
    (one) =>
      "free" in one &&
      (typeof one.free === "string" ? taken.includes(one.free) : one.free.test(taken)),
  );
  return lost?.error() ?? null;
}
