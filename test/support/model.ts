import type { TestProject } from "vitest/node";
import { startModelServer } from "./model-server.ts";

/** One misbehaving model for all tests inside workerd. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startModelServer();
  project.provide("modelServer", server.url);
  return () => server.close();
}
