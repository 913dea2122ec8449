/**
 * Cuts photon down to what is called: decoding. Its filters, its text and the ways of a browser are two
 * fifths of its compressed size, and what is not there cannot be reached.
 */
import { readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import binaryen from "binaryen";

const whole = createRequire(import.meta.url).resolve("@cf-wasm/photon/photon.wasm");
const target = new URL("../src/generated/photon.wasm", import.meta.url);

const called = new Set([
  "memory",
  "__wbindgen_malloc",
  "photonimage_new_from_byteslice",
  "photonimage_get_width",
  "photonimage_get_height",
  "photonimage_get_raw_pixels",
]);

export async function buildPhoton(): Promise<void> {
  const made = await stat(target).catch(() => null);
  if (made && made.mtimeMs > (await stat(whole)).mtimeMs) return;
  const module = binaryen.readBinary(await readFile(whole));
  for (let i = module.getNumExports() - 1; i >= 0; i--) {
    const { name } = binaryen.getExportInfo(module.getExportByIndex(i));
    if (!called.has(name)) module.removeExport(name);
  }
  module.setFeatures(binaryen.Features.All);
  module.runPasses(["remove-unused-module-elements", "strip-debug", "strip-producers"]);
  await writeFile(target, module.emitBinary());
  module.dispose();
}
