/** A queue's two ends: what is sent is kept first, what is consumed comes as it was sent. */
import { type Kept, type QueueBinding, unwrap } from "./kept.ts";

/** A queue that has a message on disk before it says that it took it. */
export function keepingQueue(
  queue: Queue<string>,
  binding: QueueBinding,
  kept: Kept,
  d1: D1Database,
): Queue<string> {
  return {
    send: async (body, options) => queue.send(await kept.keep(d1, binding, body), options),
    sendBatch: async (messages, options) => {
      const all: MessageSendRequest<string>[] = [];
      for (const message of messages) {
        all.push({ ...message, body: await kept.keep(d1, binding, message.body) });
      }
      return queue.sendBatch(all, options);
    },
    metrics: () => queue.metrics(),
  };
}

/**
 * The batch as its producer sent it: one sent again has the id and the time that it had before.
 *
 * @param consumed - is told the id of each message that is done with
 */
export function unwrapped(
  batch: MessageBatch<string>,
  consumed: (id: string) => void,
): MessageBatch<string> {
  const messages = batch.messages.map((message) => {
    const inside = unwrap(message.body);
    if (!inside) return message;
    return {
      id: inside.id,
      attempts: message.attempts,
      timestamp: new Date(inside.at),
      body: inside.body,
      ack: () => {
        message.ack();
        consumed(inside.id);
      },
      retry: (options?: QueueRetryOptions) => message.retry(options),
    };
  });
  return {
    queue: batch.queue,
    metadata: batch.metadata,
    messages,
    ackAll: () => {
      for (const message of messages) message.ack();
    },
    retryAll: (options) => batch.retryAll(options),
  };
}
