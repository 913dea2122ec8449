/** Runs `npm start` as a newcomer does, on a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Running } from "../../scripts/local/running.ts";

export interface Ready {
  readonly baseUrl: string;
  readonly workspaceId: string;
  readonly apiKey: string;
  readonly adminSecret: string;
  readonly kitUrl: string;
  readonly shareUrl: string;
  /** Leads into the console, once. */
  readonly consoleUrl: string;
  readonly docsUrl: string;
}

export interface Place {
  readonly folder: string;
  readonly port: number;
  readonly host?: string;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export function start({ folder, port, host }: Place): ChildProcess {
  const script = fileURLToPath(new URL("../../scripts/start.ts", import.meta.url));
  const place = { PORT: String(port), STARLING_STATE: folder, STARLING_HOST: host ?? "" };
  return spawn(process.execPath, [script], {
    env: { ...process.env, ...place },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Waits until it serves. @throws with all it said, when it ends before that */
export async function ready(child: ChildProcess): Promise<Ready> {
  const said: string[] = [];
  if (!child.stdout) throw new Error("It says nothing.");
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("ready ")) {
      child.stdout.resume();
      return JSON.parse(line.slice("ready ".length)) as Ready;
    }
    said.push(line);
  }
  throw new Error(`It ended before it was ready:\n${said.join("\n")}`);
}

/** How it ended, and what it complained of until then. */
export async function ended(
  child: ChildProcess,
): Promise<{ status: number | null; complaint: string }> {
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, complaint };
}

/** Kills the start script, the Worker's process and the runtime, all at once. */
export async function killAll({ folder }: Place, child: ChildProcess): Promise<void> {
  const { pid, group } = JSON.parse(readFileSync(join(folder, "running.json"), "utf8")) as Running;
  const gone = once(child, "close");
  process.kill(pid, "SIGKILL");
  process.kill(-group, "SIGKILL");
  await gone;
}

/** Uploads a picture of twelve megapixels, which takes a while to be taken in. @returns the job that does it */
export async function beginIngest(
  { baseUrl, apiKey }: Pick<Ready, "baseUrl" | "apiKey">,
  contentId: string,
): Promise<string> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const create = { width: 4000, height: 3000, channels: 3, background: "#888", noise } as const;
  const answer = await fetch(new URL(`/v1/contents/${contentId}/images`, baseUrl), {
    method: "POST",
    headers: {
      Authorization: `Bearer ${apiKey}`,
      "Content-Type": "image/jpeg",
      Prefer: "respond-async",
    },
    body: new Uint8Array(await sharp({ create }).jpeg({ quality: 70 }).toBuffer()),
  });
  const { jobId } = (await answer.json()) as { jobId?: string };
  if (answer.status !== 202 || !jobId) throw new Error(`The upload answered ${answer.status}.`);
  return jobId;
}
