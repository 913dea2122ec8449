/**
 * The process that runs the Worker on workerd, with D1, R2, KV and Queues on disk.
 *
 * It stands apart from start.ts so that a Ctrl-C reaches only that one, which lets the queues finish
 * first; it stops when told to, and also when its parent is gone without a word.
 */
import { unstable_readConfig as readConfig, unstable_startWorker as startWorker } from "wrangler";
import { fireCron, needsCron, onEachMinute } from "./cron.ts";
import type { WorkerMessage, WorkerOptions } from "./worker.ts";

interface Queues {
  readonly producers?: readonly { readonly queue: string }[];
  readonly consumers?: readonly { readonly queue: string; readonly max_batch_timeout?: number }[];
}

let stop: () => unknown = () => process.exit(0);

async function serve({ stateFolder, configPath, secrets }: WorkerOptions) {
  const config = readConfig({ config: configPath });
  const isClocked = needsCron(config.triggers.crons ?? []);
  const worker = await startWorker({
    config: configPath,
    bindings: Object.fromEntries(
      Object.entries(secrets).map(([name, value]) => [name, { type: "secret_text", value }]),
    ),
    // The build has been made by now, and a reload would lose what waits in the queues.
    build: { custom: {} },
    dev: {
      server: { hostname: "127.0.0.1", port: 0 },
      inspector: false,
      persist: stateFolder,
      logLevel: "warn",
      watch: false,
    },
  });
  await worker.ready;

  stop = () => worker.dispose().finally(() => process.exit(0));

  const origin = await worker.url;
  if (isClocked) {
    await fireCron(origin, new Date());
    onEachMinute((time) => {
      fireCron(origin, time).catch((error: unknown) => console.error(String(error)));
    });
  }
  const batchTimeoutSeconds = longestBatchTimeout(config.queues);
  tell({ type: "ready", origin: origin.href, batchTimeoutSeconds });
}

/** Of the queues that the Worker itself fills; dead letters have had their chances. */
function longestBatchTimeout({ producers = [], consumers = [] }: Queues): number {
  const filled = consumers.filter(({ queue }) => producers.some((one) => one.queue === queue));
  return Math.max(0, ...filled.map((consumer) => consumer.max_batch_timeout ?? 5));
}

function tell(message: WorkerMessage): void {
  process.send?.(message);
}

process.on("disconnect", () => stop());
process.on("message", (message: WorkerOptions | "stop") => {
  if (message === "stop") {
    void stop();
    return;
  }
  serve(message).catch((error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  });
});
