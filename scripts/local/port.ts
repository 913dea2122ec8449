/** The port to serve on: which one is wanted, and whether it is free. */
import { createServer } from "node:net";

/** @throws when PORT is set to something that is no port */
export function wantedPort(value: string | undefined): number {
  if (value === undefined || value === "") return 8787;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new Error("PORT must be a whole number from 1 to 65535, for example PORT=8080.");
  }
  return port;
}

/** @throws with what to do, when something else serves on the port or it may not be used */
export async function claimPort(host: string, port: number): Promise<void> {
  // On macOS one host can be free while another program serves the port on all of them.
  for (const place of [host, "::"]) {
    const code = await listenOnce(place, port);
    if (code === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is busy: another program serves there. Stop it, or choose another port, for example PORT=${port === 65_535 ? port - 1 : port + 1} npm start`,
      );
    }
    if (code === "EACCES") {
      throw new Error(
        `Port ${port} needs special rights. Choose one above 1023: PORT=8787 npm start`,
      );
    }
  }
}

function listenOnce(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ host, port }, () => server.close(() => resolve(undefined)));
  });
}
