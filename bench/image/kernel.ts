import { readFileSync } from "node:fs";
import { type KernelExports, ScanKernel } from "../../src/variation/image/index.ts";

/** An instance of the kernel as the build has compiled it. */
export function newKernel(): ScanKernel {
  const bytes = readFileSync(new URL("../../src/generated/kernel.wasm", import.meta.url));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return new ScanKernel(exports as unknown as KernelExports);
}

/** The seed of the n-th sender. */
export function seedOf(sender: number): Uint8Array {
  const seed = new Uint8Array(32);
  new DataView(seed.buffer).setUint32(0, sender + 1);
  return seed;
}
