/** What a newcomer does first: `npm start`, open what it prints, stop it, start it again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";

interface Ready {
  readonly baseUrl: string;
  readonly workspaceId: string;
  readonly apiKey: string;
  readonly kitUrl: string;
  readonly shareUrl: string;
  readonly docsUrl: string;
}

let folder: string;
let port: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "starling-start-"));
  port = String(await freePort());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function start(): ChildProcess {
  const script = fileURLToPath(new URL("../../scripts/start.ts", import.meta.url));
  return spawn(process.execPath, [script], {
    env: { ...process.env, PORT: port, STARLING_STATE: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ready(child: ChildProcess): Promise<Ready> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith("ready ")) {
      child.stdout!.resume();
      return JSON.parse(line.slice("ready ".length)) as Ready;
    }
    said.push(line);
  }
  throw new Error(`It ended before it was ready:\n${said.join("\n")}`);
}

async function ended(child: ChildProcess): Promise<{ status: number | null; complaint: string }> {
  let complaint = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, complaint };
}

/** Opens a page as a newcomer would and gives back what its console complains of. */
async function complaints(url: string): Promise<string[]> {
  const page = await browser.newPage();
  const found: string[] = [];
  page.on("console", (message) => message.type() === "error" && found.push(message.text()));
  page.on("pageerror", (error) => found.push(error.message));
  const response = await page.goto(url, { waitUntil: "networkidle" });
  expect(response?.status()).toBe(200);
  await page.close();
  return found;
}

test("it serves what it prints, says that a busy port is busy, stops cleanly, and keeps its data", async () => {
  const child = start();
  const end = ended(child);
  const first = await ready(child);
  for (const url of [first.kitUrl, first.shareUrl, first.docsUrl]) {
    expect(await complaints(url)).toEqual([]);
  }

  const busy = await ended(start());
  expect(busy.status).toBe(1);
  expect(busy.complaint).toContain(`Port ${port} is busy`);

  child.kill("SIGTERM");
  expect(await end).toMatchObject({ status: 0 });
  await expect(fetch(first.baseUrl)).rejects.toThrow();

  const again = start();
  const endAgain = ended(again);
  expect(await ready(again)).toEqual(first);
  again.kill("SIGINT");
  expect(await endAgain).toMatchObject({ status: 0 });
});
