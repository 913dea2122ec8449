import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Env } from "../../src/storage/env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      TEST_MIGRATIONS: D1Migration[];
      /** What they come to: see support/schema.ts. */
      TEST_SCHEMA: string[];
    }
    interface GlobalProps {
      mainModule: typeof import("../../src/index.ts");
    }
  }
}

type WorkerEnv = Env;
