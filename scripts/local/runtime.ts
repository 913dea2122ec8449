/** Starts the Worker on workerd, with all its stores on disk. */
import { once } from "node:events";
import { unstable_DevEnv as DevEnv } from "wrangler";
import type { WorkerOptions } from "./worker.ts";

type Runtime = Awaited<ReturnType<DevEnv["startWorker"]>>;

/** @throws with what keeps the Worker from starting */
export async function startRuntime(options: WorkerOptions): Promise<Runtime> {
  const dev = new DevEnv();
  // Neither the call nor its `ready` says whether the Worker itself starts: they mean what stands before it.
  const broken = new Promise<never>((_, reject) => {
    for (const name of ["error", "buildFailed"]) {
      dev.once(name, (event: { cause?: unknown }) => reject(event.cause ?? event));
    }
  });
  // What goes wrong later is said by wrangler, which starts the runtime again.
  broken.catch(() => undefined);
  return await Promise.race([served(dev, options), broken]);
}

async function served(dev: DevEnv, options: WorkerOptions): Promise<Runtime> {
  const { stateFolder, configPath, secrets, model } = options;
  const plain = (value: string) => ({ type: "plain_text" as const, value });
  const secret = (value: string) => ({ type: "secret_text" as const, value });
  const loaded = once(dev, "reloadComplete");
  const worker = await dev.startWorker({
    config: configPath,
    entrypoint: "scripts/local/entry/index.ts",
    bindings: {
      ADMIN_SECRET: secret(secrets.ADMIN_SECRET),
      SIGNING_KEYS: secret(secrets.SIGNING_KEYS),
      ...(model && { MODEL_BASE_URL: plain(model.baseUrl), MODEL_NAME: plain(model.name) }),
      KEPT: { type: "d1", database_id: "starling-kept", database_name: "starling-kept" },
    },
    // The build has been made by now.
    build: { custom: {} },
    dev: {
      server: { hostname: "127.0.0.1", port: 0 },
      inspector: false,
      persist: stateFolder,
      logLevel: "warn",
      watch: false,
    },
  });
  await Promise.all([worker.ready, loaded]);
  return worker;
}
