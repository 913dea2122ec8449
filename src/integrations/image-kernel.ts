/** The image kernel as the platform runs it: compiled beforehand, a few instances kept ready. */
import kernelModule from "../generated/kernel.wasm";
import {
  type Below,
  type KernelExports,
  LookRun,
  ScanKernel,
  type Variation,
  VariationRun,
  varyImage,
} from "../variation/image/index.ts";

/** An instance has about 1.2 MB and runs one picture at a time: a few are worth keeping. */
const kept = 4;
const idle: ScanKernel[] = [];

function takeKernel(): ScanKernel {
  const ready = idle.pop();
  if (ready) return ready;
  const { exports } = new WebAssembly.Instance(kernelModule);
  return new ScanKernel(exports as unknown as KernelExports);
}

function giveBack(kernel: ScanKernel): void {
  if (idle.length < kept) idle.push(kernel);
}

/** One sender's picture from a whole base. */
export function varyBytes(base: Uint8Array, variation: Variation): Uint8Array<ArrayBuffer> {
  const kernel = takeKernel();
  try {
    return varyImage(kernel, base, variation);
  } finally {
    giveBack(kernel);
  }
}

/** What lies in places of a base that is still arriving. */
export async function lookBelow(
  base: ReadableStream,
  places: ConstructorParameters<typeof LookRun>[1],
): Promise<Below[]> {
  const kernel = takeKernel();
  try {
    const run = new LookRun(kernel, places);
    for await (const bytes of base as ReadableStream<Uint8Array>) run.push(bytes);
    return run.end();
  } finally {
    giveBack(kernel);
  }
}

/**
 * One sender's picture from a base that is still arriving. It is made as fast as it is taken: a slow
 * reader holds one instance and one piece of the picture, never the whole of it.
 */
export function varyStream(base: ReadableStream, variation: Variation): ReadableStream<Uint8Array> {
  const kernel = takeKernel();
  const run = new VariationRun(kernel, variation);
  const reader = base.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const { done, value } = await reader.read();
        const parts = done ? run.end() : run.push(value);
        for (const part of parts) controller.enqueue(part);
        if (done) {
          giveBack(kernel);
          controller.close();
        }
        if (done || parts.length > 0) return;
      }
    },
    async cancel(reason) {
      giveBack(kernel);
      await reader.cancel(reason);
    },
  });
}
