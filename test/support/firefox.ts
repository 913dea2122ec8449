/** Firefox, driven by WebDriver BiDi: https://w3c.github.io/webdriver-bidi/ */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type Engine, findProgram } from "./engine.ts";

const phone = "Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0";
const viewport = { width: 390, height: 844 };

/** Where Firefox is, if it is installed. */
export const firefox = findProgram("firefox-esr") ?? findProgram("firefox");

type Send = <T>(method: string, params: Readonly<Record<string, unknown>>) => Promise<T>;

/** Starts Firefox as a phone: its screen and its user agent. */
export async function launchFirefox(program: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), "starling-firefox-"));
  await writeFile(
    join(profile, "user.js"),
    `user_pref("general.useragent.override", ${JSON.stringify(phone)});\n`,
  );
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = async () => {
    child.kill("SIGKILL");
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { ...(await drive(await connect(await addressOf(child.stderr)))), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function drive(send: Send): Promise<Omit<Engine, "kill">> {
  await send("session.new", { capabilities: {} });
  const newTab = async () => {
    const tab = await send<{ context: string }>("browsingContext.create", { type: "tab" });
    await send("browsingContext.setViewport", { ...tab, viewport });
    return tab.context;
  };
  // What the reader turns to. A window that was minimized comes back hidden here, a tab does not.
  const other = await newTab();
  let context = await newTab();
  return {
    goto: async (url) => {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    back: async () => {
      await send("browsingContext.traverseHistory", { context, delta: -1 });
    },
    evaluate: async <T>(expression: string) => {
      const target = { context };
      const { result } = await send<{ result: { value: T } }>("script.evaluate", {
        ...{ expression, target, awaitPromise: true },
      });
      return result.value;
    },
    setHidden: async (hidden) => {
      await send("browsingContext.activate", { context: hidden ? other : context });
    },
    closeTab: async () => {
      const closing = context;
      context = await newTab();
      await send("browsingContext.close", { context: closing });
    },
  };
}

/** The address that Firefox prints when it listens. */
async function addressOf(stderr: Readable): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    const address = /BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`Firefox stopped before it listened:\n${said.join("\n")}`);
}

interface Told {
  readonly id?: number;
  readonly result?: unknown;
  readonly message?: string;
}

/** Numbers the commands, and finds each one's answer by its number. */
async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (told: Told) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const told = JSON.parse(String(data)) as Told;
    if (told.id !== undefined) waiting.get(told.id)?.(told);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  return <T>(method: string, params: Readonly<Record<string, unknown>>) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, message }) => {
        waiting.delete(id);
        if (message === undefined) resolve(result as T);
        else reject(new Error(`Firefox refused ${method}: ${message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
}
