import { day, earlier, hour, minute, times } from "../domain/units.ts";
import { expireRecorded } from "../storage/commit.ts";
import { expireDeadLetters } from "../storage/dead-letters.ts";
import { expireBegunVisits } from "../storage/link-visits.ts";
import { expireTraces, expireVisits } from "../storage/retention.ts";
import { sendTicks } from "./beats/tick.ts";
import type { Context } from "./context.ts";
import { sweepJobs } from "./jobs/sweep-jobs.ts";

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
        () => expireRecorded(d1, now),
        () => expireVisits(d1, now),
        () => expireDeadLetters(d1, earlier(now, times(30, day))),
        () => expireBegunVisits(d1, earlier(earlier(now, day), hour)),
      );
      if (now % day < hour) work.push(() => expireTraces(d1, now));
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
