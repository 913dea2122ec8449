/** Makes what the Worker imports but nobody writes by hand: src/generated/. */
import { mkdir, writeFile } from "node:fs/promises";
import { pageScriptModule } from "./build-page-script.ts";

const generated = new URL("../src/generated/", import.meta.url);

export async function build(): Promise<void> {
  await mkdir(generated, { recursive: true });
  await writeFile(new URL("page-script.ts", generated), await pageScriptModule());
}

if (import.meta.main) await build();
