import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** What the /docs page loads, and the terms it is passed on under. */
const FILES = ["swagger-ui-bundle.js", "swagger-ui.css", "LICENSE", "NOTICE"];

/** Copies the API reference's interface out of its package into a folder of static assets. */
export async function copyDocsUi(to: URL): Promise<void> {
  const from = createRequire(import.meta.url).resolve("swagger-ui-dist/package.json");
  await mkdir(to, { recursive: true });
  await Promise.all(
    FILES.map((file) => copyFile(new URL(file, pathToFileURL(from)), new URL(file, to))),
  );
}
