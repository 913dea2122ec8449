/** The Worker: requests, queues and the clock. Wiring only. */
import { answer, createContext } from "./app.ts";
import { consumeQueue } from "./queues.ts";
import type { Env } from "./storage/env.ts";
import { runSchedule } from "./usecases/run-schedule.ts";

export default {
  fetch: answer,

  async queue(batch, env, work) {
    await consumeQueue(batch, await createContext(env, work, crypto.randomUUID(), ""));
  },

  async scheduled(_event, env, work) {
    await runSchedule(await createContext(env, work, crypto.randomUUID(), ""));
  },
} satisfies ExportedHandler<Env, string>;
