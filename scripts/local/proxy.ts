/**
 * The only door from outside to the local Worker. Its runtime listens on the loopback alone, since it
 * gives SQL, files and the clock to whoever asks; here only the Worker's own paths go through, without
 * the headers by which a client could steer the runtime or pretend to be somebody else.
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { ownPath } from "./own-path.ts";

export interface ProxyOptions {
  readonly host: string;
  readonly port: number;
  /** Where the runtime listens. */
  readonly target: URL;
}

export interface RunningProxy {
  /** Cuts what is still under way. */
  close(): Promise<void>;
}

/** Headers of one connection (RFC 9110, 7.6.1), and `Expect`, which is answered here. */
const hopByHop = new Set([
  "connection",
  "expect",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** What Cloudflare sets and its clients cannot, and what the runtime takes orders from. */
const reserved = /^(mf-|x-mf-|cf-|x-forwarded-|forwarded$|true-client-ip$|x-real-ip$)/;
/** As much as Cloudflare takes. */
const maxHeaderSize = 128 * 1024;
/** No call takes more than 20 MB. The Worker says itself what is too long for it, of what is not longer than this. */
const maxBody = 25_000_000;
/** So much of what is too long is taken in and thrown away: many a client reads no answer before it has sent all. */
const maxThrownAway = 200_000_000;

/** Listens for the Worker. @throws where the port cannot be had */
export async function openProxy({ host, port, target }: ProxyOptions): Promise<RunningProxy> {
  // The runtime drops a connection that rests for 15 s; one that it drops just when it is used again
  // would fail a request, so ours go first.
  const agent = new Agent({ keepAlive: true, timeout: 10_000 });
  const server = createServer({ maxHeaderSize }, (asked, answer) => {
    const path = ownPath(asked.url ?? "");
    if (path === undefined) refuse(asked, answer, 404, "Nothing is here.");
    else if (Number(asked.headers["content-length"] ?? 0) > maxBody) refuseBody(asked, answer);
    else pass(asked, answer, path, target, agent);
  });
  server.listen({ host, port });
  await once(server, "listening");
  return {
    close: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      if (server.listening) await once(server, "close");
    },
  };
}

function pass(
  asked: IncomingMessage,
  answer: ServerResponse,
  path: string,
  target: URL,
  agent: Agent,
): void {
  const onward = request({
    host: target.hostname,
    port: target.port,
    agent,
    method: asked.method,
    path,
    headers: onwardHeaders(asked),
    setHost: false,
  });
  onward.on("response", (said) => {
    answer.writeHead(said.statusCode ?? 502, said.statusMessage, endToEnd(said.rawHeaders));
    answer.flushHeaders();
    pipeline(said, answer, () => {});
  });
  onward.on("error", () => {
    // Where the answer is out already, its sender has just stopped listening to the rest.
    if (!answer.headersSent) refuse(asked, answer, 502, "The Worker does not answer.");
  });
  // A pipe that ends stops its source, and who still sends would wait until the connection is broken.
  onward.on("close", () => throwAway(asked.unpipe(onward)));
  answer.on("close", () => {
    if (!answer.writableFinished) onward.destroy();
  });
  let length = 0;
  const measure = (chunk: Buffer) => {
    length += chunk.length;
    if (length <= maxBody) return;
    asked.off("data", measure).unpipe(onward);
    if (answer.headersSent) throwAway(asked);
    else {
      refuseBody(asked, answer);
      onward.destroy();
    }
  };
  asked.on("data", measure).pipe(onward);
}

function onwardHeaders(asked: IncomingMessage): Record<string, string | string[]> {
  const ofConnection = new Set(asked.headers.connection?.toLowerCase().split(/\s*,\s*/));
  const kept = Object.entries(asked.headersDistinct).filter(
    ([name]) => !hopByHop.has(name) && !ofConnection.has(name) && !reserved.test(name),
  );
  return {
    ...Object.fromEntries(kept.map(([name, values = []]) => [name, values])),
    host: asked.headers.host ?? "",
    ...framing(asked),
    ...forwardedProto(asked),
    "cf-connecting-ip": addressOf(asked),
  };
}

/** Said in any case: a body whose end is not told would be read as the next request. */
function framing({ headers }: IncomingMessage): Record<string, string> {
  if ("transfer-encoding" in headers) return { "transfer-encoding": "chunked" };
  const length = headers["content-length"];
  return length === undefined ? {} : { "content-length": length };
}

/** A tunnel or a TLS server on this machine says whether its own client came by https. */
function forwardedProto(asked: IncomingMessage): { "x-forwarded-proto"?: string[] } {
  const said = asked.headersDistinct["x-forwarded-proto"];
  return said && /^(127\.|::1$)/.test(addressOf(asked)) ? { "x-forwarded-proto": said } : {};
}

/** The client's address as its own kind writes it: a socket for both kinds maps IPv4 into IPv6. */
function addressOf({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? "").replace(/^::ffff:(?=\d+\.)/, "");
}

/** Names and values in turn, as they came. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter(
    (_, index) => !hopByHop.has(rawHeaders[index & ~1]?.toLowerCase() ?? ""),
  );
}

/** What the Worker answers to a body that is too long, for one that is too long to be shown to it. */
function refuseBody(asked: IncomingMessage, answer: ServerResponse): void {
  const isChinese = /^\s*zh/i.test(asked.headers["accept-language"] ?? "");
  const title = isChinese ? "太大" : "Too large";
  const detail = isChinese
    ? "请求体最多 1 MB，图片最多 20 MB。"
    : "Bodies may have 1 MB, images 20 MB.";
  const code = "too-large";
  const isPerson = asked.headers.accept?.includes("text/html");
  const [type, body] = isPerson
    ? [
        "text/html; charset=utf-8",
        `<!DOCTYPE html><html lang="${isChinese ? "zh-Hans" : "en"}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${detail}</p></html>`,
      ]
    : [
        "application/problem+json",
        JSON.stringify({
          ...{ type: `urn:starling:problem:${code}`, title, status: 413, code, detail },
          requestId: randomUUID(),
        }),
      ];
  say(asked, answer, { status: 413, type, body });
}

function refuse(asked: IncomingMessage, answer: ServerResponse, status: number, why: string): void {
  say(asked, answer, { status, type: "text/plain; charset=utf-8", body: `${why}\n` });
}

interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Says all of it at once, and is done when all is there that is sent: a connection that ends before takes the answer with it. */
function say(
  asked: IncomingMessage,
  answer: ServerResponse,
  { status, type, body }: Refusal,
): void {
  const length = Buffer.byteLength(body);
  answer.writeHead(status, { "Content-Type": type, "Content-Length": length }).write(body);
  if (asked.complete) answer.end();
  else asked.once("close", () => answer.end());
  throwAway(asked);
}

/** Takes in what is still being sent of a body, up to a bound. */
function throwAway(asked: IncomingMessage): void {
  let left = maxThrownAway;
  asked.on("data", ({ length }: Buffer) => {
    left -= length;
    if (left < 0) asked.destroy();
  });
  asked.resume();
}
