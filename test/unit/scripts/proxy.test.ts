import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openProxy, type RunningProxy } from "../../../scripts/local/proxy.ts";
import { sendChunks } from "../../support/send-chunks.ts";

type Act = (request: IncomingMessage, response: ServerResponse) => void;

let runtime: Server;
let proxy: RunningProxy;
let port: number;
let asked: IncomingMessage[];
let act: Act;

beforeEach(async () => {
  asked = [];
  act = (request, response) => {
    request.resume().once("end", () => response.end("the Worker's"));
  };
  runtime = createServer((request, response) => {
    asked.push(request);
    act(request, response);
  }).listen(0, "127.0.0.1");
  await once(runtime, "listening");
  port = await freePort();
  const target = new URL(`http://127.0.0.1:${(runtime.address() as AddressInfo).port}`);
  proxy = await openProxy({ host: "127.0.0.1", port, target });
});
afterEach(async () => {
  await proxy.close();
  runtime.closeAllConnections();
  runtime.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const free = (server.address() as AddressInfo).port;
  server.close();
  await once(server, "close");
  return free;
}

/** Sends bytes as they are and gives back all that comes until the connection ends. */
async function say(...lines: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1").setEncoding("latin1");
  let heard = "";
  socket.on("data", (text) => {
    heard += text;
  });
  socket.on("error", () => {});
  socket.write(Buffer.from(lines.join("\r\n"), "latin1"));
  await once(socket, "close");
  return heard;
}

const get = (target: string, ...headers: string[]) =>
  say(`GET ${target} HTTP/1.1`, "Host: reader.example", "Connection: close", ...headers, "", "");

test("path, query, Host and what is asked of the Worker arrive as they were sent", async () => {
  const heard = await get("/s/a.b~c?x=%2F&x=2", "Accept-Encoding: br", "Cookie: a=1; b=2");
  expect(heard).toContain("the Worker's");
  expect(asked[0]?.url).toBe("/s/a.b~c?x=%2F&x=2");
  expect(asked[0]?.headers).toMatchObject({
    host: "reader.example",
    "accept-encoding": "br",
    cookie: "a=1; b=2",
  });
});

test.each([
  "/cdn-cgi/local/scheduled",
  "//CDN-CGI/x",
  "/s/%2e%2e/cdn-cgi/local/r2/public/a",
  "/\\cdn-cgi\\x",
  "http://localhost/cdn-cgi/local/explorer/api/d1",
  "http://reader.example/",
])("GET %s gets nothing, and the runtime is not asked", async (target) => {
  expect(await get(target)).toMatch(/^HTTP\/1\.1 404 /);
  expect(asked).toEqual([]);
});

test("an upgrade of a connection is refused like any other request, and never made", async () => {
  const headers = ["Connection: close, Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
  const refused = ["GET /cdn-cgi/live-reload HTTP/1.1", "Host: localhost", ...headers, "", ""];
  expect(await say(...refused)).toMatch(/^HTTP\/1\.1 404 /);
  expect(asked).toEqual([]);
  const passed = ["GET /docs HTTP/1.1", "Host: localhost", ...headers, "", ""];
  expect(await say(...passed)).toMatch(/^HTTP\/1\.1 200 /);
  expect(asked[0]?.headers).not.toHaveProperty("upgrade");
  expect(await say("CONNECT localhost:80 HTTP/1.1", "Host: localhost", "", "")).not.toContain(
    "200",
  );
  expect(asked).toHaveLength(1);
});

test("a client tells neither who it is nor what the runtime shall do", async () => {
  await get(
    "/",
    "CF-Connecting-IP: 203.0.113.9",
    "cf-ray: 1",
    "X-Forwarded-For: 203.0.113.9",
    "X-Real-IP: 203.0.113.9",
    "True-Client-IP: 203.0.113.9",
    "Forwarded: for=203.0.113.9",
    "MF-Original-URL: http://localhost/cdn-cgi/local/scheduled",
    "mf-route-override: x",
    "MF-CF-Blob: {}",
  );
  const { headers } = asked[0]!;
  expect(headers["cf-connecting-ip"]).toBe("127.0.0.1");
  const forged = /^(mf-|x-forwarded|forwarded|true-client|x-real|cf-(?!connecting-ip))/;
  expect(Object.keys(headers).filter((name) => forged.test(name))).toEqual([]);
});

test("a TLS server on this machine may say that its client came by https", async () => {
  await get("/", "X-Forwarded-Proto: https");
  expect(asked[0]?.headers["x-forwarded-proto"]).toBe("https");
});

test("a body hides no second request, whatever the headers of its connection say", async () => {
  const second = "GET /cdn-cgi/local/scheduled HTTP/1.1\r\nHost: localhost\r\n\r\n";
  await say(
    "GET / HTTP/1.1",
    "Host: reader.example",
    "Connection: close, content-length",
    `Content-Length: ${second.length}`,
    "",
    second,
  );
  await say(
    "GET / HTTP/1.1",
    "Host: reader.example",
    "Connection: close, transfer-encoding",
    "Transfer-Encoding: chunked",
    "",
    `${second.length.toString(16)}\r\n${second}\r\n0\r\n\r\n`,
  );
  expect(asked.map(({ url }) => url)).toEqual(["/", "/"]);
});

test("a body streams up and down while it is still being sent", async () => {
  act = (request, response) => {
    request.pipe(response);
  };
  const socket = connect(port, "127.0.0.1").setEncoding("latin1");
  socket.write("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
  let heard = "";
  for await (const text of socket) {
    heard += text;
    if (heard.includes("first") && !heard.includes("again"))
      socket.write("5\r\nagain\r\n0\r\n\r\n");
    if (heard.includes("0\r\n\r\n")) break;
  }
  expect(heard).toMatch(/first[\s\S]*again/);
  expect(asked[0]?.headers["transfer-encoding"]).toBe("chunked");
});

test.each(["stated", "not stated"])(
  "a body whose length is %s is refused where no call takes so much",
  async (length) => {
    const bytes = new Uint8Array(26_000_000);
    const send = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/v1/senders`, {
        method: "POST",
        headers,
        body: length === "stated" ? bytes : new Blob([bytes]).stream(),
        duplex: "half",
      } as RequestInit);
    const problem = await send({ "Accept-Language": "zh-CN" });
    expect(problem.status).toBe(413);
    expect(problem.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await problem.json()).toMatchObject({ status: 413, code: "too-large", title: "太大" });
    const page = await send({ Accept: "text/html" });
    expect([page.status, page.headers.get("Content-Type")]).toEqual([
      413,
      "text/html; charset=utf-8",
    ]);
    expect(await page.text()).toContain('<html lang="en">');
  },
);

const sendAll = (megabytes: number, headers: readonly string[] = []) =>
  sendChunks({ host: "127.0.0.1", port, path: "/v1/senders" }, megabytes, headers);

test.each(["keep-alive", "close"])(
  "of 90 MB whose length is not stated all are taken, and the refusal is there for who listens afterwards: %s",
  async (connection) => {
    act = (request) => void request.resume();
    for (let round = 0; round < 4; round++) {
      const { heard, sent } = await sendAll(90, [`Connection: ${connection}`]);
      expect(sent).toBe(90);
      expect(heard).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too-large"/);
    }
  },
);

test("a Worker that breaks off while a body comes in is said to whoever has sent all of it", async () => {
  act = (request) => void request.once("data", () => request.socket.destroy());
  const { heard, sent } = await sendAll(20, ["Connection: close"]);
  expect(sent).toBe(20);
  expect(heard).toMatch(/^HTTP\/1\.1 502 [\s\S]*does not answer/);
});

test("what never ends is not taken in for ever", async () => {
  act = (request) => void request.resume();
  const { sent } = await sendAll(1000);
  expect(sent).toBeGreaterThan(200);
  expect(sent).toBeLessThan(300);
});

test("statuses, repeated headers and answers without a body come through as they are", async () => {
  act = (_, response) => {
    response.writeHead(302, ["Location", "/s/x", "Set-Cookie", "a=1", "Set-Cookie", "b=2"]).end();
  };
  const heard = await get("/");
  expect(heard).toMatch(/^HTTP\/1\.1 302 /);
  expect(heard).toContain("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n");
  act = (_, response) => {
    response.writeHead(200, { "Content-Length": 1_000 }).end();
  };
  const head = await say("HEAD / HTTP/1.1", "Host: a", "Connection: close", "", "");
  expect(head).toContain("Content-Length: 1000\r\n");
});

test("who stops listening stops the work; a Worker that is gone is said", async () => {
  const over = new Promise<void>((resolve) => {
    act = (request, response) => {
      response.write("a");
      request.socket.once("close", () => resolve());
    };
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await once(socket, "data");
  socket.destroy();
  await over;
  runtime.closeAllConnections();
  runtime.close();
  await setTimeout(0);
  expect(await get("/")).toMatch(/^HTTP\/1\.1 502 [\s\S]*does not answer/);
});
