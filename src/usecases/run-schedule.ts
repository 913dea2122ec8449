import { type Duration, day, earlier, hour, quarter, startOf, times } from "../domain/units.ts";
import { expireCounted } from "../storage/counted.ts";
import { expireDeadLetters } from "../storage/dead-letters.ts";
import { expireRecorded } from "../storage/idempotency.ts";
import { expireNobodys } from "../storage/insight-retention.ts";
import { expireBegunVisits } from "../storage/link-visits.ts";
import { expireLooks } from "../storage/looks.ts";
import { expireOutbox } from "../storage/outbox.ts";
import { expireTraces } from "../storage/retention.ts";
import { readLastRuns, recordRun } from "../storage/schedule.ts";
import { sendTicks } from "./beats/tick.ts";
import { makeBriefings } from "./briefing/make-briefings.ts";
import { sweepJobs } from "./jobs/sweep-jobs.ts";
import type { Context } from "./kernel/context.ts";
import { keep } from "./kernel/write.ts";
import { allConsumers, drainOutbox } from "./outbox/drain-outbox.ts";
import { expireVisits } from "./rollups/expire-visits.ts";
import { scorePassedOn } from "./tags/score-passed-on.ts";
import { settleMerges } from "./viewers/settle-merges.ts";

/** Work of one shard that is due once a span, counted from the epoch. */
type Task = {
  /** Under which its last run is kept: never changed. */
  name: string;
  every: Duration;
  run: (ctx: Context, d1: D1Database) => Promise<unknown>;
};

const tasks: readonly Task[] = [
  {
    name: "expire-answers",
    every: hour,
    run: (ctx, d1) => keep(d1, [expireRecorded(ctx.now())]),
  },
  {
    name: "expire-visits",
    every: hour,
    run: expireVisits,
  },
  {
    name: "expire-dead-letters",
    every: hour,
    run: (ctx, d1) => keep(d1, [expireDeadLetters(earlier(ctx.now(), times(30, day)))]),
  },
  {
    name: "expire-begun-visits",
    every: hour,
    run: (ctx, d1) => keep(d1, [expireBegunVisits(earlier(earlier(ctx.now(), day), hour))]),
  },
  {
    name: "expire-counted",
    every: day,
    run: (ctx, d1) => keep(d1, [expireCounted(earlier(ctx.now(), times(15, day)))]),
  },
  {
    name: "expire-looks",
    every: hour,
    run: (ctx, d1) => keep(d1, [expireLooks(earlier(ctx.now(), times(365, day)))]),
  },
  {
    name: "expire-outbox",
    every: hour,
    run: async (ctx, d1) => {
      const names = (await allConsumers()).map(({ name }) => name);
      return await keep(d1, [expireOutbox(names, ctx.now())]);
    },
  },
  { name: "make-briefings", every: quarter, run: makeBriefings },
  { name: "score-passed-on", every: day, run: scorePassedOn },
  { name: "expire-nobodys", every: day, run: (_ctx, d1) => keep(d1, expireNobodys()) },
  { name: "settle-merges", every: hour, run: settleMerges },
  { name: "expire-traces", every: day, run: (ctx, d1) => keep(d1, expireTraces(ctx.now())) },
];

/**
 * What the clock does: each time the ticks, stalled jobs and the outbox; and every task that has not been
 * done in the hour or day that it is, whichever minute the clock fires in. A task that fails stays due.
 * What fails keeps nothing else from being done and is logged; an error at the end, so that the failure shows,
 * says nothing of what was worked on, since the runtime prints it.
 */
export async function runSchedule(ctx: Context): Promise<void> {
  const failed: string[] = [];
  const attempt = async (task: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      ctx.log.error("clock-task-failed", error, { task });
      failed.push(task);
    }
  };
  await attempt("ticks", () => sendTicks(ctx));
  await attempt("jobs", () => sweepJobs(ctx));
  await attempt("outbox", async () => drainOutbox(ctx, await allConsumers()));
  for (const d1 of ctx.shards.values()) {
    await attempt("due tasks", async () => {
      for (const task of await dueTasks(ctx, d1)) {
        await attempt(task.name, async () => {
          await task.run(ctx, d1);
          await keep(d1, [recordRun(task.name, ctx.now())]);
        });
      }
    });
  }
  if (failed.length > 0) throw new Error(`Some of the clock's work failed: ${failed.join(", ")}`);
}

async function dueTasks(ctx: Context, d1: D1Database): Promise<Task[]> {
  const lastRuns = await readLastRuns(d1);
  return tasks.filter(({ name, every }) => {
    const last = lastRuns.get(name);
    return last === undefined || last < startOf(every, ctx.now());
  });
}
