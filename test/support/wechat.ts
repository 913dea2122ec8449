import type { TestProject } from "vitest/node";
import { startWechatServer } from "./wechat-server.ts";

/** One WeChat that misbehaves for all tests inside workerd. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startWechatServer();
  project.provide("wechatServer", server.url);
  return () => server.close();
}
