import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { ContentId, JobId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { jobs } from "./schema.ts";
import { insert, remove, type Scope, type Statement, selectOne, update } from "./scope.ts";
import { selectShard } from "./shard.ts";

/** In words and not by parameters: only then does SQLite see that the index of unfinished jobs serves. */
const unfinished = sql`${jobs.status} IN ('queued', 'running')`;

/** A job's row. What its input is, its kind knows (usecases/jobs/kinds). */
export type Job = typeof jobs.$inferSelect;

export function createJob(scope: Scope, row: Omit<Job, "workspaceId">): Statement {
  return insert(scope, jobs, row);
}

export async function findJob(scope: Scope, id: JobId): Promise<Job | null> {
  return await selectOne(scope, jobs, eq(jobs.id, id));
}

/** The job that asks a model for options of a content's sentences, while it is at work or waits to be. */
export async function findProposing(scope: Scope, contentId: ContentId): Promise<Job | null> {
  // In words, as the index says it.
  const isProposing = sql`${jobs.kind} = 'propose'`;
  const isOfContent = sql`json_extract(${jobs.input}, '$.contentId') = ${contentId}`;
  return await selectOne(scope, jobs, unfinished, isProposing, isOfContent);
}

/** The job of a queue message, whichever workspace of the shard it belongs to. */
export async function findQueuedJob(d1: D1Database, id: JobId): Promise<Job | null> {
  return (await selectShard(d1, "queue").select().from(jobs).where(eq(jobs.id, id)).get()) ?? null;
}

/** Statement: changes a job that is not over; one that is over stays as it ended. */
export function updateJob(
  scope: Scope,
  id: JobId,
  set: Partial<Omit<Job, "id" | "workspaceId" | "kind" | "input">>,
): Statement {
  return update(scope, jobs, set, eq(jobs.id, id), unfinished);
}

/** Statement: forgets a job that was not to be. */
export function deleteJob(scope: Scope, id: JobId): Statement {
  return remove(scope, jobs, eq(jobs.id, id));
}

/**
 * Unfinished jobs that nothing has touched since a time: their queue message may be lost. One that waits is among
 * them once it is due, at once.
 */
export async function listStalledJobs(
  d1: D1Database,
  { since, now }: { since: Instant; now: Instant },
): Promise<Pick<Job, "id" | "kind">[]> {
  const isStalled = lt(jobs.updatedAt, since);
  const isDue = and(lte(jobs.notBefore, now), or(isStalled, lt(jobs.updatedAt, jobs.notBefore)));
  return await selectShard(d1, "clock")
    .select({ id: jobs.id, kind: jobs.kind })
    .from(jobs)
    .where(
      and(unfinished, lt(jobs.updatedAt, now), or(and(isNull(jobs.notBefore), isStalled), isDue)),
    )
    .limit(100);
}
