/**
 * Keeps a folder's data to one runtime. Two would write the same files; and a runtime lives on, with the
 * files open, where both processes that would have ended it were killed.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

export interface Running {
  /** Of `npm start` itself. */
  readonly pid: number;
  /** The process group of the Worker's process and its runtime. */
  readonly group: number;
  /** Where the runtime listens, on the loopback. */
  readonly origin: string;
}

const file = (folder: string) => join(folder, "running.json");

/** Remembers what runs on the folder now. */
export async function noteRunning(folder: string, running: Running): Promise<void> {
  await writeFile(file(folder), `${JSON.stringify(running)}\n`, { mode: 0o600 });
}

/**
 * Ends what an earlier start left behind.
 *
 * @throws with what to do, where another Starling serves from the folder
 */
export async function claimState(folder: string): Promise<void> {
  const earlier = await readRunning(folder);
  // Both, since a number of a process is given again to others.
  if (!earlier || !(await answers(earlier.origin))) return;
  if (send(0, earlier.pid)) {
    throw new Error(
      `Another Starling serves from ${folder} (process ${earlier.pid}). Stop it, or choose another folder: STARLING_STATE=/some/folder npm start`,
    );
  }
  killGroup(earlier.group);
  for (let tries = 0; await answers(earlier.origin); tries++) {
    if (tries === 50) {
      throw new Error(
        `An earlier Starling still uses ${folder} and does not end. End process group ${earlier.group}.`,
      );
    }
    await setTimeout(100);
  }
}

/** Ends every process of a group at once; none left is no error. */
export function killGroup(group: number): void {
  send("SIGKILL", process.platform === "win32" ? group : -group);
}

/** False where there is no such process. */
function send(signal: "SIGKILL" | 0, pid: number): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function readRunning(folder: string): Promise<Running | undefined> {
  try {
    return JSON.parse(await readFile(file(folder), "utf8")) as Running;
  } catch {
    // Never started, or cut off while it was written: then nothing had begun to serve.
    return undefined;
  }
}

/** Whether a Worker is there, in whatever state. */
async function answers(origin: string): Promise<boolean> {
  try {
    const response = await fetch(new URL("/healthz", origin), {
      signal: AbortSignal.timeout(2_000),
    });
    return response.headers.has("X-Request-Id");
  } catch {
    return false;
  }
}
