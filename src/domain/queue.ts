/** The queues by name, and those that their messages end in which no try could work off. */

export const queueNames = ["beats", "jobs", "uploads"] as const;
export type QueueName = (typeof queueNames)[number];

/** The queue whose dead letters come out of one of this name; undefined where there is none. */
export function queueOfDead(name: string): QueueName | undefined {
  return queueNames.find((queue) => name === `${queue}-dead`);
}
