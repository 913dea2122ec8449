import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { claimPort, wantedPort } from "../../../scripts/local/port.ts";

test("without PORT it is 8787", () => {
  expect(wantedPort(undefined)).toBe(8787);
  expect(wantedPort("")).toBe(8787);
});

test("PORT is taken as it is", () => {
  expect(wantedPort("1")).toBe(1);
  expect(wantedPort("65535")).toBe(65_535);
});

test.each(["0", "65536", "80a", "-1", "8e3", " 80", "80.5"])(
  "PORT=%j is refused with an example",
  (value) => {
    expect(() => wantedPort(value)).toThrow("PORT=8080");
  },
);

test.each(["127.0.0.1", "0.0.0.0"])(
  "a port that is served on %s is busy, and the message names it",
  async (host) => {
    const server = createServer().listen(0, host);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await expect(claimPort("127.0.0.1", port)).rejects.toThrow(`Port ${port} is busy`);
    server.close();
    await once(server, "close");
    await expect(claimPort("127.0.0.1", port)).resolves.toBeUndefined();
  },
);
