/** What the local server answers to somebody on another machine: the Worker's own paths, nothing else. */
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ended, freePort, type Place, type Ready, ready, start } from "../support/local.ts";
import { sendChunks } from "../support/send-chunks.ts";

// Linux answers on all of 127.0.0.0/8: another address of it than the runtime's own stands for one that
// other machines reach, so that nothing leaves this one. Elsewhere there is only the one.
const host = process.platform === "linux" ? "127.0.0.2" : "127.0.0.1";

let place: Place;
let child: ChildProcess;
let running: Ready;
/** Where the runtime listens. */
let origin: URL;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "starling-outside-"));
  place = { folder, port: await freePort(), host };
  child = start(place);
  running = await ready(child);
  const text = await readFile(join(folder, "running.json"), "utf8");
  origin = new URL((JSON.parse(text) as { origin: string }).origin);
});
afterAll(async () => {
  const end = child && ended(child);
  child?.kill("SIGTERM");
  await end;
  await rm(place.folder, { recursive: true, force: true });
});

/** All paths that the runtime installed here has of its own, as its source names them. */
function localPaths(): string[] {
  const sources = [
    "miniflare/dist/src/workers/core/entry.worker.js",
    "wrangler/wrangler-dist/ProxyWorker.js",
  ];
  const named = sources.flatMap((source) => {
    const text = readFileSync(new URL(`../../node_modules/${source}`, import.meta.url), "utf8");
    return [...text.matchAll(/"(\/(?:cdn-cgi|__)[\w/.-]*)"/gi)].map(([, path]) => path!);
  });
  return [
    ...new Set([...named, "/cdn-cgi/handler/scheduled", "/cdn-cgi/mf/scheduled", "/__scheduled"]),
  ];
}

interface Heard {
  readonly status: number;
  readonly text: string;
}

function ask(path: string, headers: Record<string, string> = {}, body = "", at = running.baseUrl) {
  const { hostname, port } = new URL(at);
  return new Promise<Heard>((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method: body ? "POST" : "GET" });
    asked.on("error", reject).on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.end(body);
  });
}

const spellings: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => `${path}/`,
  (path) => path.toUpperCase(),
  (path) => `/${path}`,
  (path) => `/${path.replaceAll("/", "\\")}`,
  (path) => `/docs/..${path}`,
  (path) => `/docs/%2e%2E${path}`,
  (path) => `/%2e${path}`,
  (path) => path.replace("c", "%63").replace("__", "%5f%5f"),
  (path) => `http://localhost${path}`,
];

test("no path of the runtime's answers anything, in no spelling, whatever host is claimed", async () => {
  const paths = localPaths();
  for (const known of ["explorer", "scheduled", "email", "r2/public", "r2/s3", "platform-proxy"]) {
    expect(paths).toContain(`/cdn-cgi/local/${known}`);
  }
  for (const path of paths.flatMap((known) => [known, `${known}/api/d1`])) {
    for (const spell of spellings) {
      for (const claimed of ["localhost", `${host}:${place.port}`]) {
        const heard = await ask(spell(path), { host: claimed });
        expect([spell(path), heard]).toEqual([
          spell(path),
          { status: 404, text: "Nothing is here.\n" },
        ]);
      }
    }
  }
});

test("rows, pictures and the clock are not to be had", async () => {
  const folder = "/cdn-cgi/local";
  const sql = JSON.stringify({ sql: "select name from contacts" });
  const database = `${folder}/explorer/api/d1/00000000-0000-0000-0000-000000000000/raw`;
  const json = { host: "localhost", "content-type": "application/json" };
  expect((await ask(database, json, sql)).status).toBe(404);
  // Not even where the runtime itself listens.
  expect((await ask(database, json, sql, origin.href)).text).not.toContain("results");
  for (const path of [`${folder}/scheduled?format=json`, `${folder}/r2/public/starling-media/a`]) {
    expect((await ask(path, { host: "localhost" })).status).toBe(404);
  }
});

test("no header leads the runtime to a path of its own", async () => {
  const asIs = await ask("/healthz");
  for (const path of localPaths()) {
    const headers = { "MF-Original-URL": `http://localhost${path}?format=json`, host: "localhost" };
    expect([path, (await ask("/healthz", headers)).text]).toEqual([path, asIs.text]);
  }
});

test.skipIf(host === "127.0.0.1")("the runtime itself listens on the loopback alone", async () => {
  expect(origin.hostname).toBe("127.0.0.1");
  const socket = connect(Number(origin.port), host);
  const failure = await new Promise<NodeJS.ErrnoException>((resolve, reject) => {
    socket.on("error", resolve).on("connect", () => reject(new Error("It listens there.")));
  });
  expect(failure.code).toBe("ECONNREFUSED");
});

test("the Worker answers, with addresses of the host that it was asked by", async () => {
  const authorization = `Bearer ${running.apiKey}`;
  const { status, text } = await ask("/v1/senders?limit=1", {
    authorization,
    host: "phone.example:81",
  });
  expect(status).toBe(200);
  expect(text).toContain('"kitUrl":"http://phone.example:81/kit/');
});

test.each([
  ["/v1/senders", "application/problem+json"],
  ["/t", "application/problem+json"],
  ["/names", "text/html"],
])(
  "a body of 10 MB to %s is told to be too large, however often it is sent",
  async (path, type) => {
    const body = "a".repeat(10_000_000);
    for (const framing of ["content-length", "transfer-encoding"]) {
      for (let round = 0; round < 3; round++) {
        const answer = await fetch(`${running.baseUrl}${path}`, {
          method: "POST",
          headers: {
            Authorization: `Bearer ${running.apiKey}`,
            "Content-Type": "application/json",
            Accept: type,
          },
          ...(framing === "content-length"
            ? { body }
            : { body: new Blob([body]).stream(), duplex: "half" }),
        } as RequestInit);
        expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
          413,
          expect.stringContaining(type),
        ]);
        await answer.text();
      }
    }
  },
);

test.each(["/v1/senders", "/t", "/kit/copies"])(
  "90 MB in chunks to %s are taken in and told to be too large, each time",
  async (path) => {
    const { hostname, port } = new URL(running.baseUrl);
    const headers = [`Authorization: Bearer ${running.apiKey}`, "Content-Type: application/json"];
    for (let round = 0; round < 4; round++) {
      const to = { host: hostname, port: Number(port), path };
      const { heard, sent } = await sendChunks(to, 90, headers);
      expect([sent, heard.split("\r\n", 1)[0]]).toEqual([90, "HTTP/1.1 413 Payload Too Large"]);
    }
  },
);

test("who may not send at all is told that, however much they send", async () => {
  const body = "a".repeat(10_000_000);
  const headers = { "Content-Type": "application/json" };
  const sent = { method: "POST", headers, body };
  expect((await fetch(`${running.baseUrl}/v1/senders`, sent)).status).toBe(401);
  expect((await fetch(`${running.baseUrl}/nowhere`, sent)).status).toBe(404);
});
