/** Serves the Worker, bundled as for a deployment, on a real port with empty storage. */
import { createTestHarness } from "wrangler";
import { bundleFolder } from "../../scripts/bundle.ts";
import type { Secrets } from "../../scripts/deploy/secrets.ts";
import { quietWrangler, root } from "../../scripts/tool.ts";

export interface TestServer {
  readonly url: string;
  readonly adminSecret: string;
  /** Fires the cron of a minute, by default the present one. */
  cron(at?: Date): Promise<void>;
  close(): Promise<void>;
}

const testSecrets = {
  ADMIN_SECRET: "test-admin-secret-0123456789abcdef",
  SIGNING_KEYS: "1:test-signing-key-0123456789abcdef",
};

/**
 * Needs the bundle that the browser project's global setup makes.
 *
 * @param settings - what a deployer may set besides
 */
export async function startServer(
  secrets: Secrets = testSecrets,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  Object.assign(process.env, quietWrangler);
  const harness = createTestHarness({
    root,
    workers: [
      {
        configPath: "wrangler.toml",
        prebuiltWorkerDir: bundleFolder,
        secrets: { ...settings, ...secrets },
      },
    ],
  });
  try {
    const { url } = await harness.listen();
    const worker = harness.getWorker();
    await worker.applyD1Migrations("DB_A");
    return {
      url: url.origin,
      adminSecret: secrets.ADMIN_SECRET,
      cron: async (at = new Date()) => {
        const { outcome } = await worker.scheduled({ cron: "* * * * *", scheduledTime: at });
        if (outcome !== "ok") throw new Error(`The cron ended with "${outcome}".`);
      },
      close: () => harness.close(),
    };
  } catch (error) {
    harness.debug();
    await harness.close();
    throw error;
  }
}
