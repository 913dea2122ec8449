/**
 * The process that runs the Worker on workerd, with D1, R2, KV and Queues on disk.
 *
 * It stands apart from start.ts so that the runtime can be ended whatever happens to either; it stops
 * when told to, and also when its parent is gone without a word.
 */
import { unstable_readConfig as readConfig } from "wrangler";
import { fireCron, needsCron, onEachMinute } from "./cron.ts";
import { startRuntime } from "./runtime.ts";
import type { WorkerMessage, WorkerOptions } from "./worker.ts";

let stop: () => unknown = () => process.exit(0);

async function serve(options: WorkerOptions) {
  const isClocked = needsCron(readConfig({ config: options.configPath }).triggers.crons ?? []);
  const worker = await startRuntime(options);
  stop = () => worker.dispose().finally(() => process.exit(0));

  const origin = await worker.url;
  if (isClocked) {
    await fireCron(origin, new Date());
    onEachMinute((time) => {
      fireCron(origin, time).catch((error: unknown) => console.error(String(error)));
    });
  }
  tell({ type: "ready", origin: origin.href });
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
