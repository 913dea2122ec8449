import { day, earlier, hour, minute, times } from "../domain/units.ts";
import { expireDeadLetters } from "../storage/dead-letters.ts";
import { expireRecorded } from "../storage/idempotency.ts";
import { expireBegunVisits } from "../storage/link-visits.ts";
import { deleteVisits, expireTraces, listExpiredVisits } from "../storage/retention.ts";
import { sendTicks } from "./beats/tick.ts";
import { sweepJobs } from "./jobs/sweep-jobs.ts";
import type { Context } from "./kernel/context.ts";
import { keep } from "./kernel/write.ts";

/**
 * What the clock does: every minute the ticks and stalled jobs, every hour what has expired, once a
 * day what has to be looked for. What fails keeps nothing else from being done, and is thrown at the
 * end, so that the failure shows.
 */
export async function runSchedule(ctx: Context): Promise<void> {
  const now = ctx.now();
  const work: (() => Promise<unknown>)[] = [() => sendTicks(ctx), () => sweepJobs(ctx)];
  if (now % hour < minute) {
    for (const d1 of ctx.shards.values()) {
      work.push(
        () => keep(d1, [expireRecorded(now), expireDeadLetters(earlier(now, times(30, day)))]),
        async () => keep(d1, deleteVisits(await listExpiredVisits(d1, now))),
        () => keep(d1, [expireBegunVisits(earlier(earlier(now, day), hour))]),
      );
      if (now % day < hour) work.push(() => keep(d1, expireTraces(now)));
    }
  }
  const failures: unknown[] = [];
  for (const step of work) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some of the clock's work failed");
}
