/**
 * The Worker as `npm start` runs it. The local queues live in memory, so what waits in them is gone when
 * the machine, a process or somebody's patience fails; in the cloud it is not. Here every message is on
 * disk before anybody is told that it was taken, until its consumer is done with it, and what a runtime
 * left behind the next one sends again. Nothing of the Worker itself knows of it.
 */
import { createContext } from "../../../src/app.ts";
import { duration } from "../../../src/domain/units.ts";
import worker from "../../../src/index.ts";
import { sweepJobs } from "../../../src/usecases/jobs/sweep-jobs.ts";
import { createLog } from "../../../src/usecases/kernel/log.ts";
import { withRest } from "./body.ts";
import { Kept, type LocalEnv } from "./kept.ts";
import { keepingQueue, unwrapped } from "./queue.ts";

const kept = new Kept();
let hasBegun = false;

/** The bindings of the deployment, its queues keeping what they are given. */
function bindings(env: LocalEnv): LocalEnv {
  const { BEATS, JOBS, UPLOADS } = env;
  return {
    ...env,
    BEATS: keepingQueue(BEATS, "BEATS", kept, env.KEPT),
    JOBS: keepingQueue(JOBS, "JOBS", kept, env.KEPT),
    UPLOADS: keepingQueue(UPLOADS, "UPLOADS", kept, env.KEPT),
  };
}

/** Once an isolate: sends what earlier ones left, and wakes every job that is not over. */
async function begin(env: LocalEnv, work: ExecutionContext): Promise<void> {
  if (hasBegun) return;
  hasBegun = true;
  const runId = crypto.randomUUID();
  try {
    await kept.sendAgain(env);
    await sweepJobs(await createContext(bindings(env), work, runId, ""), duration(0));
  } catch (error) {
    hasBegun = false;
    createLog(runId, console).error("kept-messages-not-sent", error);
  }
}

export default {
  async fetch(asked, env, work) {
    work.waitUntil(begin(env, work));
    const { request, takeRest } = withRest(asked);
    const answer = await worker.fetch(request as typeof asked, bindings(env), work);
    // Who went away meanwhile needs no answer.
    await takeRest().catch(() => undefined);
    return answer;
  },

  async queue(batch, env, work) {
    const done: string[] = [];
    await worker.queue(
      unwrapped(batch, (id) => done.push(id)),
      bindings(env),
      work,
    );
    await kept.forget(env.KEPT, done);
  },

  async scheduled(event, env, work) {
    await begin(env, work);
    await worker.scheduled(event, bindings(env), work);
  },
} satisfies ExportedHandler<LocalEnv, string>;
