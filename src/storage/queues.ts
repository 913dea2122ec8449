/** Queues. A message is a string whose first character names its shard. */
export interface Queues {
  sendBeat(message: string): Promise<void>;
  wakeJob(jobId: string): Promise<void>;
}

export function createQueues(beats: Queue<string>, jobs: Queue<string>): Queues {
  return {
    async sendBeat(message) {
      await beats.send(message, { contentType: "text" });
    },
    async wakeJob(jobId) {
      await jobs.send(jobId, { contentType: "text" });
    },
  };
}
