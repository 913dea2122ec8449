/**
 * What becomes of queue messages. Each is acknowledged or sent back by itself: an exception would
 * send back the whole batch, innocents included.
 */
import { jobQueues } from "./domain/job.ts";
import { queueOfDead } from "./domain/queue.ts";
import { instant } from "./domain/units.ts";
import { consumeBeats } from "./usecases/beats/consume-beats.ts";
import { buryMessages } from "./usecases/beats/dead-letters.ts";
import type { Context } from "./usecases/kernel/context.ts";
import { runJob } from "./usecases/run-job.ts";

/** Seconds until the next try: 10, 20, 40 … at most 10 minutes. */
function backOff(attempts: number): number {
  return Math.min(600, 10 * 2 ** (attempts - 1));
}

/**
 * Throws for a queue that nothing here knows: its messages stay in it. What else nobody expected is logged, and
 * thrown without what it says, since the runtime prints it: the whole batch comes again.
 */
export async function consumeQueue(batch: MessageBatch<string>, ctx: Context): Promise<void> {
  try {
    await consume(batch, ctx);
  } catch (error) {
    if (error instanceof UnknownQueue) throw error;
    ctx.log.error("batch-failed", error, { queue: batch.queue });
    throw new Error("The batch failed: the log says of what kind.");
  }
}

class UnknownQueue extends Error {}

async function consume(batch: MessageBatch<string>, ctx: Context): Promise<void> {
  if (batch.queue === "beats") return await beats(batch, ctx);
  if (Object.values<string>(jobQueues).includes(batch.queue)) return await jobs(batch, ctx);
  if (queueOfDead(batch.queue)) return await dead(batch, ctx);
  throw new UnknownQueue(
    "Nothing consumes this queue. Name it in src/domain/queue.ts, or unbind it.",
  );
}

async function beats(batch: MessageBatch<string>, ctx: Context): Promise<void> {
  const verdicts = await consumeBeats(
    ctx,
    batch.messages.map(({ id, body, timestamp }) => ({
      id,
      body,
      sentAt: instant(timestamp.getTime()),
    })),
  );
  for (const message of batch.messages) {
    const verdict = verdicts.get(message.id);
    if (verdict === "written") message.ack();
    else message.retry({ delaySeconds: verdict === "poison" ? 0 : backOff(message.attempts) });
  }
}

/** One by one: an upload takes most of an isolate's memory while it is worked on. */
async function jobs(batch: MessageBatch<string>, ctx: Context): Promise<void> {
  for (const message of batch.messages) {
    try {
      await runJob(ctx, String(message.body));
      message.ack();
    } catch (error) {
      ctx.log.error("job-failed", error, { jobId: String(message.body) });
      message.retry({ delaySeconds: backOff(message.attempts) });
    }
  }
}

/** Dead letters are kept, so that an admin can look at them and send them again. */
async function dead(batch: MessageBatch<string>, ctx: Context): Promise<void> {
  const letters = batch.messages.map(({ id, body }) => ({ id, body: String(body) }));
  const kept = await buryMessages(ctx, batch.queue, letters);
  for (const message of batch.messages) {
    if (kept) message.ack();
    else message.retry({ delaySeconds: backOff(message.attempts) });
  }
}
