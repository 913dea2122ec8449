/** `npm start`: the whole of Starling on this machine, with a demo workspace to look at. */
import { networkInterfaces } from "node:os";
import { build } from "./build.ts";
import { describeModel, findModel, isModelNamed } from "./local/find-model.ts";
import { migrate } from "./local/migrate.ts";
import { claimPort, wantedPort } from "./local/port.ts";
import { openProxy, type RunningProxy } from "./local/proxy.ts";
import { claimState, noteRunning } from "./local/running.ts";
import { openDemo, openDoor } from "./local/seed.ts";
import { openState, stateFolder } from "./local/state.ts";
import { describeDemo, networkAddresses, readyLine } from "./local/summary.ts";
import { startWorkerProcess } from "./local/worker.ts";
import { step } from "./progress.ts";

/** 0.0.0.0 lets a phone in the same network in; by default nobody else can. */
const host = process.env.STARLING_HOST || "127.0.0.1";
const configPath = "wrangler.toml";
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

class Stopped extends Error {}

/** Settles when this process is first asked to stop. */
const asked = new Promise<void>((resolve) => {
  for (const signal of signals) process.on(signal, () => resolve());
});
const orStop = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    asked.then(() => {
      throw new Stopped();
    }),
  ]);

async function start(): Promise<void> {
  console.log("Starling");
  const port = wantedPort(process.env.PORT);
  const folder = stateFolder(process.env.STARLING_STATE);
  const baseUrl = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
  await claimPort(host, port);
  await claimState(folder);

  await step("build", build);
  const state = await openState(folder);
  await step("database", () => orStop(migrate(folder, configPath)));
  const isNamed = await isModelNamed(new URL("../.dev.vars", import.meta.url));
  const model = isNamed ? undefined : await findModel();
  const worker = await step("worker", () =>
    orStop(startWorkerProcess({ stateFolder: folder, configPath, secrets: state.secrets, model })),
  );
  let proxy: RunningProxy | undefined;
  try {
    const { group, origin } = worker;
    await noteRunning(folder, { pid: process.pid, group, origin: origin.href });
    proxy = await openProxy({ host, port, target: origin });
    await step("health", () => orStop(healthy(baseUrl)));
    const demo = await step("demo workspace", () => orStop(openDemo(baseUrl, folder, state)));
    const door = await orStop(openDoor(baseUrl, folder, state, demo));
    const elsewhere = host === "0.0.0.0" ? networkAddresses(networkInterfaces(), port) : [];
    console.log(describeDemo(baseUrl, demo, baseUrl + door, elsewhere));
    if (!isNamed) console.log(describeModel(model));
    console.log(readyLine(baseUrl, state.secrets.ADMIN_SECRET, demo, baseUrl + door));
    const crashed = worker.gone.then(() => {
      throw new Error("The Worker's process ended by itself.");
    });
    await Promise.race([asked, crashed]);
  } finally {
    await proxy?.close();
    await worker.stop();
  }
}

async function healthy(baseUrl: string): Promise<void> {
  const response = await fetch(`${baseUrl}/healthz`);
  if (!response.ok) {
    throw new Error(`/healthz answers ${response.status}: ${await response.text()}`);
  }
}

try {
  await start();
  process.exit(0);
} catch (error) {
  if (error instanceof Stopped) process.exit(130);
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
