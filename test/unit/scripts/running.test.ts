import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimState, noteRunning } from "../../../scripts/local/running.ts";

let folder: string;
let child: ChildProcess;
let origin: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "starling-running-"));
  const serve = `
    const server = require("node:http").createServer((_, response) => {
      response.setHeader("X-Request-Id", "1");
      response.end();
    });
    server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;
  child = spawn(process.execPath, ["-e", serve], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(createInterface({ input: child.stdout! }), "line");
  origin = `http://127.0.0.1:${port}/`;
});
afterEach(async () => {
  child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** A number that no process has any more. */
async function deadPid(): Promise<number> {
  const dead = spawn(process.execPath, ["-e", ""]);
  await once(dead, "close");
  return dead.pid!;
}

test("a folder that nothing ran on is free", async () => {
  await expect(claimState(folder)).resolves.toBeUndefined();
});

test("a runtime that outlived both its processes is ended", async () => {
  await noteRunning(folder, { pid: await deadPid(), group: child.pid!, origin });
  await claimState(folder);
  expect(child.signalCode ?? (await once(child, "exit"))[1]).toBe("SIGKILL");
});

test("another Starling's folder is refused, and it is left alone", async () => {
  await noteRunning(folder, { pid: process.pid, group: child.pid!, origin });
  await expect(claimState(folder)).rejects.toThrow("STARLING_STATE");
  expect((await fetch(origin)).ok).toBe(true);
});

test("a process that now has the number of an earlier one is left alone", async () => {
  const gone = "http://127.0.0.1:9/";
  await noteRunning(folder, { pid: process.pid, group: child.pid!, origin: gone });
  await expect(claimState(folder)).resolves.toBeUndefined();
  expect((await fetch(origin)).ok).toBe(true);
});
