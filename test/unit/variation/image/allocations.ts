const kinds = ["Uint8Array", "Int8Array", "Uint16Array", "Int16Array", "Uint32Array", "Int32Array"];

/**
 * Bytes of all typed arrays that some work makes, as if none were ever let go: no garbage collector has
 * to be trusted for the most that it can hold at a time.
 */
export function allocatedBy(work: () => void): number {
  let bytes = 0;
  const globals = globalThis as unknown as Record<string, Uint8ArrayConstructor>;
  const before = kinds.map((kind) => [kind, globals[kind] as Uint8ArrayConstructor] as const);
  for (const [kind, real] of before) {
    globals[kind] = new Proxy(real, {
      construct(target, args: unknown[], made) {
        const array: Uint8Array = Reflect.construct(target, args, made);
        // A view of what was there before takes nothing.
        if (!(args[0] instanceof ArrayBuffer)) bytes += array.byteLength;
        return array;
      },
    });
  }
  try {
    work();
  } finally {
    for (const [kind, real] of before) globals[kind] = real;
  }
  return bytes;
}
