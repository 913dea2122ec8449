/** WebKit, the engine of iOS, as WebKitGTK's small browser, driven by WebDriver: https://www.w3.org/TR/webdriver2/ */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Readable } from "node:stream";
import { type Engine, findProgram, untilAnswered } from "./engine.ts";
import { freePort } from "./local.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

const MINI_BROWSERS = [
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
];

export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** Where WebKit and what it needs are, if all of it is installed. */
export function findWebKit(): WebKitPrograms | undefined {
  const driver = findProgram("WebKitWebDriver");
  const screen = findProgram("Xvfb");
  const browser = MINI_BROWSERS.find((path) => existsSync(path));
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

type Call = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<T>;

/** A driver that has just been installed may wait for ever for the browser that it started. */
const ANSWER_WITHIN_MS = 20_000;

/** Starts WebKit on a screen of its own, as an iPhone: its size and its user agent. A start that hangs is made once more. */
export async function launchWebKit(programs: WebKitPrograms): Promise<Engine> {
  try {
    return await launchOnce(programs);
  } catch (error) {
    console.warn(`WebKit is started once more: ${error}`);
    return launchOnce(programs);
  }
}

async function launchOnce(programs: WebKitPrograms): Promise<Engine> {
  const screenArgs = ["-displayfd", "3", "-screen", "0", "800x1000x24", "-nolisten", "tcp"];
  const screen = spawn(programs.screen, screenArgs, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [port, display] = await Promise.all([freePort(), firstLine(screen.stdio[3] as Readable)]);
  const driver = spawn(programs.driver, ["--host=127.0.0.1", `--port=${port}`], {
    stdio: "ignore",
    // A group of its own, with the browser and its processes in it.
    detached: true,
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      // WebKit's sandbox needs what containers do not give.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const kill = async () => {
    if (driver.pid !== undefined && driver.exitCode === null) process.kill(-driver.pid, "SIGKILL");
    screen.kill("SIGKILL");
  };
  try {
    const call = caller(`http://127.0.0.1:${port}`);
    await untilAnswered(() => call("GET", "/status"));
    return { ...(await drive(call, programs.browser)), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function drive(call: Call, binary: string): Promise<Omit<Engine, "kill">> {
  const options = { binary, args: ["--automation", `--user-agent=${phone}`] };
  const { sessionId } = await call<{ sessionId: string }>("POST", "/session", {
    capabilities: {
      alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options },
    },
  });
  const session = `/session/${sessionId}`;
  const show = () => call("POST", `${session}/window/rect`, { width: 390, height: 900 });
  await show();
  return {
    goto: async (url) => {
      await call("POST", `${session}/url`, { url });
    },
    back: async () => {
      await call("POST", `${session}/back`, {});
    },
    evaluate: <T>(expression: string) =>
      call<T>("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    setHidden: async (hidden) => {
      await (hidden ? call("POST", `${session}/window/minimize`, {}) : show());
    },
    closeTab: async () => {
      const { handle } = await call<{ handle: string }>("POST", `${session}/window/new`, {
        type: "tab",
      });
      await call("DELETE", `${session}/window`);
      await call("POST", `${session}/window`, { handle });
    },
  };
}

function caller(base: string): Call {
  return async <T>(method: string, path: string, body?: object) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const init = body ? { method, body: JSON.stringify(body), signal } : { method, signal };
    const response = await fetch(base + path, init);
    const { value } = (await response.json()) as { value: T & { message?: string } };
    if (!response.ok) throw new Error(`WebKit refused ${method} ${path}: ${value.message}`);
    return value;
  };
}

/** Xvfb says which display it took. */
async function firstLine(stream: Readable): Promise<string> {
  for await (const text of stream.setEncoding("utf8")) return String(text).trim();
  throw new Error("Xvfb stopped before it had a display.");
}
