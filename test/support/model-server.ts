/**
 * A server that speaks chat completions and misbehaves as told, on this machine. It is told what to do by
 * HTTP too, since tests inside workerd cannot call it otherwise.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a model that misbehaves as told can be reached. */
    modelServer: string;
  }
}

/** One answer. `content` is put into a well-formed completion; `body` goes out as it is. */
export interface Step {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly content?: string;
  readonly body?: string;
  /** Bytes in place of a body, as hexadecimal digits. */
  readonly hex?: string;
  /** `silent` never answers, `drip` sends a byte now and then for ever, `cut` breaks off in the middle. */
  readonly manner?: "silent" | "drip" | "cut";
}

/** What was asked of it. */
export interface Asked {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export interface ModelServer {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  close(): Promise<void>;
}

/** POST /scenarios with steps answers {baseUrl, logUrl}; further requests repeat the last step. */
export async function startModelServer(): Promise<ModelServer> {
  const scenarios: { steps: Step[]; asked: Asked[] }[] = [];

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const body = await text(request);
    if (path === "/scenarios") {
      const at = scenarios.push({ steps: JSON.parse(body) as Step[], asked: [] }) - 1;
      const origin = `http://${request.headers.host}`;
      const urls = { baseUrl: `${origin}/${at}/v1`, logUrl: `${origin}/${at}/log` };
      response.end(JSON.stringify(urls));
      return;
    }
    const scenario = scenarios[Number(path.split("/")[1])];
    if (!scenario) {
      response.writeHead(404).end();
      return;
    }
    if (path.endsWith("/log")) {
      response.end(JSON.stringify(scenario.asked));
      return;
    }
    const step = scenario.steps[Math.min(scenario.asked.length, scenario.steps.length - 1)];
    scenario.asked.push({ path, headers: headersOf(request), body });
    answer(response, step ?? {});
  });

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
}

function answer(response: ServerResponse, step: Step): void {
  const { status = 200, headers = {}, content, body, hex, manner } = step;
  if (manner === "silent") return;
  const completion = { choices: [{ index: 0, message: { role: "assistant", content } }] };
  const sent = hex ? Buffer.from(hex, "hex") : Buffer.from(body ?? JSON.stringify(completion));
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  if (manner === "drip") {
    const drops = setInterval(() => response.write(" "), 20);
    response.once("close", () => clearInterval(drops));
  } else if (manner === "cut") {
    response.write(sent.subarray(0, sent.length / 2), () => response.destroy());
  } else {
    response.end(sent);
  }
}
