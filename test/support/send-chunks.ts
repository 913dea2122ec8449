/** A client that sends a body in chunks, and reads no answer before it has sent all. */
import { connect } from "node:net";

/** What is heard, how many megabytes were sent, and whether the connection was over before all were. */
interface Sent {
  heard: string;
  sent: number;
  isOver: boolean;
}

/** Sends so many megabytes; what Node.js itself has for that stops sending where an answer comes early. */
export async function sendChunks(
  { host, port, path }: { host: string; port: number; path: string },
  megabytes: number,
  headers: readonly string[] = [],
): Promise<Sent> {
  const socket = connect(port, host).setEncoding("latin1");
  const state: Sent = { heard: "", sent: 0, isOver: false };
  socket
    .on("error", () => {})
    .on("close", () => {
      state.isOver = true;
    });
  const start = [`POST ${path} HTTP/1.1`, "Host: a", "Transfer-Encoding: chunked", ...headers];
  socket.write(`${start.join("\r\n")}\r\n\r\n`);
  const chunk = Buffer.from(`f4240\r\n${"x".repeat(1_000_000)}\r\n`);
  while (state.sent < megabytes && !state.isOver) {
    if (!socket.write(chunk)) {
      await new Promise((go) => socket.once("drain", go).once("close", go));
    }
    if (!state.isOver) state.sent++;
  }
  if (state.isOver) return state;
  socket.on("data", (text) => {
    state.heard += text;
    if (/}$|\.\n$/.test(state.heard)) socket.end();
  });
  const over = new Promise((done) => socket.once("close", done));
  socket.write("0\r\n\r\n");
  await over;
  return state;
}
