import { isVisitEvent, type OutboxEvent, type VisitEvent } from "../../domain/outbox.ts";
import { outboxConsumers } from "../../generated/outbox-consumers.ts";
import { movePosition, readOutbox, readPositions } from "../../storage/outbox.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import type { OutboxConsumer } from "./consumer.ts";

/**
 * Rows that one consumer takes in one turn of the clock; a row is the events of one transaction. All consumers share
 * the 1,000 queries of a turn, and ask some twenty for a full row.
 */
const rowsAtOnce = 30;

/** All consumers that there are. */
export function allConsumers(): Promise<OutboxConsumer[]> {
  return Promise.all(Object.values(outboxConsumers).map((load) => load()));
}

/**
 * Tells each consumer what happened since it was told last, in order, up to a bound; the rest waits for
 * the next turn. One that fails is told the same again then, and keeps nobody else waiting: its fault is
 * thrown when all the others have been told.
 */
export async function drainOutbox(
  ctx: Context,
  consumers: readonly OutboxConsumer[],
): Promise<void> {
  if (consumers.length === 0) return;
  const failures: unknown[] = [];
  for (const d1 of ctx.shards.values()) {
    const positions = await readPositions(d1);
    for (const consumer of consumers) {
      const position = positions.get(consumer.name) ?? 0;
      await drainOne(ctx, d1, consumer, position).catch((error: unknown) => {
        ctx.log.error("outbox-consumer-failed", error, { consumer: consumer.name });
        failures.push(error);
      });
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, "Some consumers of the outbox failed");
}

async function drainOne(
  ctx: Context,
  d1: D1Database,
  { name, consume, consumeNews }: OutboxConsumer,
  position: number,
): Promise<void> {
  let told = position;
  try {
    for (const { seq, events } of await readOutbox(d1, { after: position, limit: rowsAtOnce })) {
      const visits = events.filter(isVisitEvent);
      const news = events.filter((event) => !isVisitEvent(event)) as Exclude<
        OutboxEvent,
        VisitEvent
      >[];
      if (visits.length > 0) await consume(ctx, visits);
      if (news.length > 0) await consumeNews?.(ctx, news);
      told = seq;
    }
  } finally {
    if (told > position) await keep(d1, [movePosition(name, told)]);
  }
}
