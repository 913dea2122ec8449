/** Makes what the Worker imports but nobody writes by hand: src/generated/. */
import { mkdir } from "node:fs/promises";

const generated = new URL("../src/generated/", import.meta.url);

export async function build(): Promise<void> {
  await mkdir(generated, { recursive: true });
}

if (import.meta.main) await build();
