import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** What the /docs page loads, and the terms it is passed on under. */
const FILES = ["swagger-ui-bundle.js", "swagger-ui.css", "LICENSE", "NOTICE"];

/** Copies the API reference's interface out of its package into a folder of static assets. */
export async function copyDocsUi(to: URL): Promise<void> {
  const from = pathToFileURL(require.resolve("swagger-ui-dist/package.json"));
  await mkdir(to, { recursive: true });
  await Promise.all(FILES.map((file) => copyFile(new URL(file, from), new URL(file, to))));
}
