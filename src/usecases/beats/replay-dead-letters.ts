import type { JobId } from "../../domain/ids.ts";
import { knownId } from "../../domain/ids.ts";
import {
  countWaitingLetters,
  type DeadLetter,
  listDeadLetters,
  markReplayed,
} from "../../storage/dead-letters.ts";
import type { Context } from "../context.ts";
import { AppError } from "../errors.ts";
import { rfc3339 } from "../time.ts";

/**
 * Sends the oldest letters that wait to their queues again; returns how many, and how many still wait.
 * A letter is marked once its queue has it, so one may be sent twice, which changes no visit: totals
 * merge by MAX. Throws `unavailable` when a queue refuses; what was sent until then stays marked.
 */
export async function replayDeadLetters(ctx: Context, limit: number) {
  const d1 = firstShard(ctx);
  const letters = await listDeadLetters(d1, { limit, waiting: true });
  const sent: string[] = [];
  try {
    for (const letter of letters) {
      await resend(ctx, letter);
      sent.push(letter.id);
    }
  } catch {
    throw new AppError("unavailable", "The queue takes no messages now. Call again in a minute.");
  } finally {
    await markReplayed(d1, sent, ctx.now());
  }
  return { replayed: sent.length, waiting: await countWaitingLetters(d1) };
}

/** The newest letters, with what they say: ids and figures, never a name. */
export async function viewDeadLetters(ctx: Context, limit: number) {
  const letters = await listDeadLetters(firstShard(ctx), { limit });
  return letters.map(({ id, queue, body, diedAt, replayedAt }) => ({
    id,
    queue,
    body,
    diedAt: rfc3339(diedAt),
    replayedAt: replayedAt === null ? null : rfc3339(replayedAt),
  }));
}

async function resend(ctx: Context, { queue, body }: DeadLetter): Promise<void> {
  if (queue.startsWith("jobs"))
    await ctx.queues.wakeJob({ id: knownId<JobId>(body), kind: "publish" });
  else if (queue.startsWith("uploads")) {
    await ctx.queues.wakeJob({ id: knownId<JobId>(body), kind: "ingest" });
  } else await ctx.queues.sendBeat(body);
}

/** Where buryMessages keeps them, whatever shard they claim. */
function firstShard(ctx: Context) {
  const [d1] = ctx.shards.values();
  if (!d1) throw new AppError("unavailable", "This deployment has no database.");
  return d1;
}
