/**
 * The process that runs the Worker on workerd, with D1, R2, KV and Queues on disk.
 *
 * It stands apart from start.ts so that a Ctrl-C reaches only that one, which lets the queues finish
 * first; it stops when told to, and also when its parent is gone without a word.
 */
import { unstable_readConfig as readConfig, unstable_startWorker as startWorker } from "wrangler";
import type { WorkerMessage, WorkerOptions } from "./worker.ts";

interface Queues {
  readonly producers?: readonly { readonly queue: string }[];
  readonly consumers?: readonly { readonly queue: string; readonly max_batch_timeout?: number }[];
}

const everyMinute = "* * * * *";

let stop: () => unknown = () => process.exit(0);

async function serve({ host, port, stateFolder, configPath, secrets }: WorkerOptions) {
  const config = readConfig({ config: configPath });
  const crons: readonly string[] = config.triggers.crons ?? [];
  const other = crons.find((cron) => cron !== everyMinute);
  if (other !== undefined) throw new Error(`Cron "${other}": here only "${everyMinute}" can fire.`);

  const worker = await startWorker({
    config: configPath,
    bindings: Object.fromEntries(
      Object.entries(secrets).map(([name, value]) => [name, { type: "secret_text", value }]),
    ),
    // The build has been made by now, and a reload would lose what waits in the queues.
    build: { custom: {} },
    dev: {
      server: { hostname: host, port },
      inspector: false,
      persist: stateFolder,
      logLevel: "warn",
      watch: false,
    },
  });
  await worker.ready;

  stop = () => worker.dispose().finally(() => process.exit(0));

  if (crons.length > 0)
    fireEveryMinute((time) => worker.scheduled({ cron: everyMinute, scheduledTime: time }));

  tell({ type: "ready", batchTimeoutSeconds: longestBatchTimeout(config.queues) });
}

/** Of the queues that the Worker itself fills; dead letters have had their chances. */
function longestBatchTimeout({ producers = [], consumers = [] }: Queues): number {
  const filled = consumers.filter(({ queue }) => producers.some((one) => one.queue === queue));
  return Math.max(0, ...filled.map((consumer) => consumer.max_batch_timeout ?? 5));
}

/** Fires at each full minute, as the platform does. */
function fireEveryMinute(fire: (time: Date) => Promise<{ outcome: string }>): void {
  const next = Math.floor(Date.now() / 60_000 + 1) * 60_000;
  setTimeout(async () => {
    fireEveryMinute(fire);
    const result = await fire(new Date(next)).catch((error: unknown) => ({
      outcome: String(error),
    }));
    if (result.outcome !== "ok") console.error(`The cron of this minute failed: ${result.outcome}`);
  }, next - Date.now());
}

function tell(message: WorkerMessage): void {
  process.send?.(message);
}

process.on("disconnect", () => stop());
process.on("message", (message: WorkerOptions | "stop") => {
  if (message === "stop") {
    stop();
    return;
  }
  serve(message).catch((error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  });
});
