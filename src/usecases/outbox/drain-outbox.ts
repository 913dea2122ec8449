import { isNewsEvent, isVisitEvent } from "../../domain/outbox.ts";
import { outboxConsumers } from "../../generated/outbox-consumers.ts";
import { movePosition, type OutboxRow, readOutbox, readPositions } from "../../storage/outbox.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import type { OutboxConsumer } from "./consumer.ts";

/**
 * Rows that one consumer takes in one turn of the clock; a row is the events of one transaction. All consumers share
 * the 1,000 queries of a turn, and ask some twenty for a full row.
 */
const rowsAtOnce = 30;

/**
 * Rows that hold nothing for a consumer which it looks at again, rather than note in a row of its own each minute that
 * it has passed them.
 */
const passedAgain = 10;

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
    // Most stand at one place and are told the same.
    const pages = new Map<number, Promise<OutboxRow[]>>();
    for (const consumer of consumers) {
      const place = positions.get(consumer.name) ?? 0;
      const page = pages.get(place) ?? readOutbox(d1, { after: place, limit: rowsAtOnce });
      pages.set(place, page);
      try {
        await drainOne(ctx, d1, consumer, await page);
      } catch (error) {
        ctx.log.error("outbox-consumer-failed", error, { consumer: consumer.name });
        failures.push(error);
      }
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, "Some consumers of the outbox failed");
}

async function drainOne(
  ctx: Context,
  d1: D1Database,
  { name, consume, consumeNews }: OutboxConsumer,
  rows: readonly OutboxRow[],
): Promise<void> {
  let place: number | undefined;
  let passed = 0;
  try {
    for (const { seq, events } of rows) {
      const visits = consume ? events.filter(isVisitEvent) : [];
      const news = consumeNews ? events.filter(isNewsEvent) : [];
      if (visits.length > 0) await consume?.(ctx, visits);
      if (news.length > 0) await consumeNews?.(ctx, news);
      passed = visits.length + news.length > 0 ? 0 : passed + 1;
      if (passed === 0 || passed >= passedAgain) place = seq;
    }
  } finally {
    if (place !== undefined) await keep(d1, [movePosition(name, place)]);
  }
}
