/** Queues. A message is a string whose first character names its shard. */
import type { QueueName } from "../domain/queue.ts";

export interface Queues {
  send(queue: QueueName, message: string): Promise<void>;
}

export function createQueues(queues: Record<QueueName, Queue<string>>): Queues {
  return {
    async send(queue, message) {
      await queues[queue].send(message, { contentType: "text" });
    },
  };
}
