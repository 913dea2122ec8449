/** Bundles the Worker exactly as a deployment would, without deploying it. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { quietWrangler, runTool } from "./tool.ts";

export const bundleFolder = fileURLToPath(new URL("../.build/worker", import.meta.url));

export async function bundleWorker(): Promise<void> {
  // wrangler names files by their content and leaves the old ones beside the new.
  await rm(bundleFolder, { recursive: true, force: true });
  await runTool("wrangler", ["deploy", "--dry-run", "--outdir", bundleFolder], {
    env: quietWrangler,
  });
}

/** @returns the bytes, gzipped, of all that a deployment uploads as the Worker's code */
export async function bundleSize(): Promise<number> {
  const names = await readdir(bundleFolder);
  const code = names.filter((name) => !name.endsWith(".map") && name !== "README.md");
  const files = await Promise.all(code.map((name) => readFile(join(bundleFolder, name))));
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}
