import { queueOfDead } from "../../domain/queue.ts";
import {
  countWaitingLetters,
  type DeadLetter,
  listDeadLetters,
  markReplayed,
} from "../../storage/dead-letters.ts";
import { AppError } from "../errors.ts";
import { requireOperator } from "../kernel/actor.ts";
import type { Context, Operator } from "../kernel/context.ts";
import { keep, write } from "../kernel/write.ts";
import { rfc3339 } from "../time.ts";

/**
 * Sends the oldest letters that wait to their queues again; returns how many, and how many still wait.
 * A letter is marked once its queue has it, so one may be sent twice, which changes no visit: totals
 * merge by MAX. Throws `unavailable` when a queue refuses; what was sent until then stays marked.
 */
export async function replayDeadLetters(operator: Operator, limit: number) {
  requireOperator(operator);
  const d1 = firstShard(operator);
  const letters = await listDeadLetters(d1, { limit, waiting: true });
  const sent: string[] = [];
  try {
    for (const letter of letters) {
      await resend(operator, letter);
      sent.push(letter.id);
    }
  } catch {
    throw new AppError("unavailable", "The queue takes no messages now. Call again in a minute.");
  } finally {
    await keep(d1, [markReplayed(sent, operator.now())]);
  }
  return await write(operator, {
    statements: [],
    outcome: "done",
    answer: { replayed: sent.length, waiting: await countWaitingLetters(d1) },
    audit: { verb: "dead-letters.replay", subject: operator.scope.workspaceId },
  });
}

/** The newest letters, with what they say: ids and figures, never a name. */
export async function viewDeadLetters(operator: Operator, limit: number) {
  requireOperator(operator);
  const letters = await listDeadLetters(firstShard(operator), { limit });
  return letters.map(({ id, queue, body, diedAt, replayedAt }) => ({
    id,
    queue,
    body,
    diedAt: rfc3339(diedAt),
    replayedAt: replayedAt === null ? null : rfc3339(replayedAt),
  }));
}

async function resend(ctx: Context, { queue, body }: DeadLetter): Promise<void> {
  const alive = queueOfDead(queue);
  if (!alive) throw new Error(`No queue's dead letters come out of ${queue}`);
  await ctx.queues.send(alive, body);
}

/** Where buryMessages keeps them, whatever shard they claim. */
function firstShard(ctx: Context) {
  const [d1] = ctx.shards.values();
  if (!d1) throw new AppError("unavailable", "This deployment has no database.");
  return d1;
}
