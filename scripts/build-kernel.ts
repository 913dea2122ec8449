/** Compiles the image kernel: src/variation/image/kernel/assembly → src/generated/kernel.wasm. */
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

const source = new URL("../src/variation/image/kernel/assembly/", import.meta.url);
const target = new URL("../src/generated/kernel.wasm", import.meta.url);

/** Compiling takes seconds and gives the same bytes for the same source: only when needed. */
function isFresh(): boolean {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(source).every((file) => statSync(new URL(file, source)).mtimeMs < made);
}

export async function buildKernel(): Promise<void> {
  if (isFresh()) return;
  const { error, stderr } = await main([
    fileURLToPath(new URL("index.ts", source)),
    "--outFile",
    fileURLToPath(target),
    "--runtime",
    "minimal",
    "--optimize",
    "--noAssert",
    "--use",
    "abort=",
  ]);
  if (error) throw new Error(`The image kernel does not compile.\n${stderr.toString()}`);
}
