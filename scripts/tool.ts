/** Runs the command-line tools that npm installed here, quietly unless they fail. */
import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Keeps wrangler from asking, measuring, looking for updates, telling data, or calling anything outside. */
export const quietWrangler = {
  CI: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_LOG: "warn",
  WRANGLER_WRITE_LOGS: "false",
  // A page and an API over all local data for whoever asks, and a store of traces that only grows.
  X_LOCAL_EXPLORER: "false",
  X_LOCAL_OBSERVABILITY: "false",
};

/** A tool that ended with a failure; the message holds what it said. */
export class ToolError extends Error {}

/** @returns the environment in which this project's own tools, and its own Node, come first. */
export function toolEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const bin = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`, ...extra };
}

/** What is shown of a running tool: nothing, what it says on stdout, or stderr too. */
type Show = "nothing" | "output" | "everything";

const inherited = { nothing: 0, output: 1, everything: 2 };

/**
 * Runs one tool to its end and gives back what it said unseen.
 *
 * @throws ToolError where it fails, with what had not been shown
 */
export async function runTool(
  command: string,
  args: readonly string[],
  { show = "nothing", env = {} }: { show?: Show; env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const shown = inherited[show];
  const child = spawn(command, args, {
    cwd: root,
    env: toolEnv(env),
    stdio: [
      shown === 2 ? "inherit" : "ignore",
      shown >= 1 ? "inherit" : "pipe",
      shown === 2 ? "inherit" : "pipe",
    ],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const status = await new Promise<number | string>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal ?? "nothing"));
  });
  if (status !== 0) {
    const line = `\`${[command, ...args].join(" ")}\` ended with ${status}`;
    throw new ToolError(said.trim() === "" ? `${line}.` : `${line}:\n${said.trim()}`);
  }
  return said;
}
