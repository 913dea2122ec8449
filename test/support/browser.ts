/** Finds a Chromium on this machine, or unpacks the one that npm installed, and starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

/** A browser's executable with what it needs in order to run here. */
export interface BrowserBinary {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A browser whose pages can really be hidden, frozen and shown. */
export interface WindowedBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

const unpacked = fileURLToPath(new URL("../../.build/chromium/", import.meta.url));

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * `CHROME_PATH`, else an installed Chromium or Chrome, else the one in the npm package
 * @sparticuz/chromium (Linux x64 only; it brings its own libraries, so nothing else is needed).
 *
 * @throws with what to install, where there is none of them.
 */
export async function findBrowser(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<BrowserBinary> {
  // A reader's browser is driven by nobody; the page script tells of one that says it is.
  const args = ["--disable-blink-features=AutomationControlled"];
  // Chromium's own sandbox refuses to run as root, as containers do.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  if (env.CHROME_PATH) {
    if (!existsSync(env.CHROME_PATH)) {
      throw new Error("CHROME_PATH names no file: set it to a Chromium or Chrome executable.");
    }
    return { path: env.CHROME_PATH, args, env: {} };
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = [
    ...folders.flatMap((folder) => commands.map((name) => join(folder, name))),
    ...applications,
  ];
  const installed = places.find((place) => existsSync(place));
  if (installed) return { path: installed, args, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return await unpackBrowser(args);
  throw new Error("No browser found: install Chromium or Chrome, or set CHROME_PATH to one.");
}

/** Unpacks the npm package's browser beside its libraries, once. */
async function unpackBrowser(args: readonly string[]): Promise<BrowserBinary> {
  if (!existsSync(unpacked)) {
    const { inflate } = await import("@sparticuz/chromium");
    const bin = fileURLToPath(new URL("../bin/", import.meta.resolve("@sparticuz/chromium")));
    const before = process.env.TMPDIR;
    await mkdir(join(unpacked, ".."), { recursive: true });
    const half = await mkdtemp(join(unpacked, "../chromium-"));
    // The package unpacks into the temporary folder and nowhere else.
    process.env.TMPDIR = half;
    try {
      for (const part of ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"]) {
        await inflate(join(bin, part));
      }
      await rename(half, unpacked);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      await rm(half, { recursive: true, force: true });
    }
  }
  return {
    path: join(unpacked, "chromium"),
    args,
    env: {
      LD_LIBRARY_PATH: join(unpacked, "al2023/lib"),
      ...(existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(unpacked, "fonts/fonts") }),
    },
  };
}

/**
 * Playwright's own launch. It emulates focus, so that every tab believes itself visible.
 *
 * @param userAgent - the browser's own: what a page sends while it is left carries it, whatever its context says
 */
export async function launchBrowser(userAgent?: string): Promise<Browser> {
  const found = await findBrowser();
  return await chromium.launch({
    executablePath: found.path,
    args: [...found.args, ...(userAgent ? [`--user-agent=${userAgent}`] : [])],
    env: { ...process.env, ...found.env },
    // The back/forward cache is part of what readers have.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
}

/**
 * Starts the browser by itself and connects without Playwright's defaults: then a page in the
 * background is hidden, and its lifecycle can be driven over CDP.
 */
export async function launchWindows(): Promise<WindowedBrowser> {
  const found = await findBrowser();
  const profile = await mkdtemp(join(tmpdir(), "starling-browser-"));
  const child = spawn(
    found.path,
    [
      ...found.args,
      "--headless=new",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "--no-first-run",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "about:blank",
    ],
    { env: { ...process.env, ...found.env }, stdio: ["ignore", "ignore", "pipe"] },
  );
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGKILL");
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child), {
      noDefaults: true,
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Hides a page of `launchWindows` as a reader does who turns to another app, or shows it again.
 * It minimizes the page's window, which unlike another tab also works in a headless shell. The page
 * must live in the browser's own first context: in a new one Playwright emulates focus.
 */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send("Browser.getWindowForTarget");
  const windowState = hidden ? "minimized" : "normal";
  await session.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
  await session.detach();
  const wanted = hidden ? "hidden" : "visible";
  while ((await page.evaluate(() => document.visibilityState)) !== wanted) await setTimeout(10);
}

const phone = {
  width: 390,
  height: 844,
  userAgent:
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36",
};

/** A page of `launchWindows` that is a phone: its screen, its touch, its user agent, its language. */
export async function openPhone({ browser }: WindowedBrowser, language = "zh-CN"): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no context: was it closed?");
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { width, height, userAgent } = phone;
  await session.send("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 3,
    mobile: true,
  });
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await session.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: language });
  return page;
}

/** The address that a browser prints when it listens. */
async function debuggingAddress(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  if (child.stderr) {
    for await (const line of createInterface({ input: child.stderr })) {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) {
        child.stderr.resume();
        return address;
      }
      said.push(line);
    }
  }
  throw new Error(`The browser stopped before it listened:\n${said.join("\n")}`);
}
