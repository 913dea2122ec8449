import module from "../../../../src/generated/kernel.wasm";
import { type KernelExports, ScanKernel } from "../../../../src/variation/image/index.ts";

export function newKernel(): ScanKernel {
  const { exports } = new WebAssembly.Instance(module);
  return new ScanKernel(exports as unknown as KernelExports);
}
