import type { TestProject } from "vitest/node";
import { startModelServer } from "./model-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a model that misbehaves as told can be reached. */
    modelServer: string;
  }
}

/** One misbehaving model for all tests inside workerd. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startModelServer();
  project.provide("modelServer", server.url);
  return () => server.close();
}
