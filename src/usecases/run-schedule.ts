import { expireRecorded } from "../storage/commit.ts";
import { expireDeadLetters } from "../storage/dead-letters.ts";
import { expireBegunVisits } from "../storage/link-visits.ts";
import { expireVisits } from "../storage/visits.ts";
import { sendTicks } from "./beats/tick.ts";
import type { Context } from "./context.ts";
import { sweepJobs } from "./jobs/sweep-jobs.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

/** What the clock does: every minute the ticks and stalled jobs, every hour what has expired. */
export async function runSchedule(ctx: Context): Promise<void> {
  await sendTicks(ctx);
  await sweepJobs(ctx);
  if (ctx.now() % hour >= 60_000) return;
  for (const d1 of ctx.shards.values()) {
    await expireRecorded(d1, ctx.now());
    await expireVisits(d1, ctx.now());
    await expireDeadLetters(d1, ctx.now() - 30 * day);
    await expireBegunVisits(d1, ctx.now() - day - hour);
  }
}
