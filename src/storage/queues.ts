/** Queues. A message is a string whose first character names its shard. */
import type { JobId } from "../domain/ids.ts";
import type { JobKind } from "../domain/job.ts";

export interface Queues {
  sendBeat(message: string): Promise<void>;
  wakeJob(job: { id: JobId; kind: JobKind }): Promise<void>;
}

export function createQueues(beats: Queue<string>, jobs: Record<JobKind, Queue<string>>): Queues {
  return {
    async sendBeat(message) {
      await beats.send(message, { contentType: "text" });
    },
    async wakeJob({ id, kind }) {
      await jobs[kind].send(id, { contentType: "text" });
    },
  };
}
