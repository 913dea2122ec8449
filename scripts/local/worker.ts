/** Starts and stops the process that runs the Worker. */
import { type ChildProcess, fork } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { quietWrangler, root, toolEnv } from "../tool.ts";
import type { FoundModel } from "./find-model.ts";
import { killGroup } from "./running.ts";
import type { LocalSecrets } from "./state.ts";

export interface WorkerOptions {
  readonly stateFolder: string;
  readonly configPath: string;
  readonly secrets: LocalSecrets;
  /** A language model's server that was found on this machine. */
  readonly model?: FoundModel | undefined;
}

export interface WorkerMessage {
  readonly type: "ready";
  /** Where it listens, on the loopback alone; it answers more there than is anybody's business. */
  readonly origin: string;
}

export interface RunningWorker {
  /** The process group of all that runs it. */
  readonly group: number;
  readonly origin: URL;
  /** Settles when the process is gone, asked or not. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

/** @throws with all that the process said, when it ends before it serves */
export async function startWorkerProcess(options: WorkerOptions): Promise<RunningWorker> {
  const child = fork(fileURLToPath(new URL("worker-process.ts", import.meta.url)), {
    cwd: root,
    env: toolEnv({ ...quietWrangler, NODE_NO_WARNINGS: "1" }),
    // A group of its own, so that the runtime in it can be ended when this process is not there any more.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const output = holdOutput(child);
  child.send(options);
  const message = await new Promise<WorkerMessage | undefined>((resolve) => {
    child.once("message", (value) => resolve(value as WorkerMessage));
    child.once("exit", () => resolve(undefined));
  });
  const group = child.pid;
  if (!message || group === undefined) {
    await gone;
    if (group !== undefined) killGroup(group);
    throw new Error(`The Worker did not start.\n${output.held().trim()}`);
  }
  output.release();
  return {
    group,
    origin: new URL(message.origin),
    gone,
    stop: async () => {
      if (child.connected) child.send("stop");
      await Promise.race([gone, setTimeout(10_000, undefined, { ref: false })]);
      // Also where it is gone: the runtime outlives a process that was killed.
      killGroup(group);
      await gone;
    },
  };
}

/** Holds back what the process says until it serves; from then on passes it through. */
function holdOutput(child: ChildProcess): { held(): string; release(): void } {
  let held = "";
  let open = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      if (open) process.stderr.write(text);
      else held += text;
    });
  }
  return {
    held: () => held,
    release: () => {
      open = true;
    },
  };
}
