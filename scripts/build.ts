/** Makes what the Worker imports or serves but nobody writes by hand: src/generated/, assets/console-ui/, assets/fonts/. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { buildConsole } from "./build-console.ts";
import { facesModule, wechatScriptModule } from "./build-faces.ts";
import { buildFonts } from "./build-fonts.ts";
import { buildKernel } from "./build-kernel.ts";
import { pageScriptModule } from "./build-page-script.ts";
import { buildPhoton } from "./build-photon.ts";
import { jobKindsModule, outboxConsumersModule } from "./build-registries.ts";
import { traditionalModule } from "./traditional.ts";
import { wordsModule, wordsTypes } from "./words.ts";

const generated = new URL("../src/generated/", import.meta.url);

/** What earlier versions made: TypeScript would take words.ts for words.js. */
const outdated = ["words.ts"];

export async function build(): Promise<void> {
  await mkdir(generated, { recursive: true });
  for (const name of outdated) await rm(new URL(name, generated), { force: true });
  await writeFile(new URL("page-script.ts", generated), await pageScriptModule());
  await writeFile(new URL("faces.ts", generated), await facesModule());
  await writeFile(new URL("wechat-script.ts", generated), await wechatScriptModule());
  await writeFile(
    new URL("console.ts", generated),
    await buildConsole(new URL("../assets/console-ui/", import.meta.url)),
  );
  await writeFile(new URL("traditional.ts", generated), await traditionalModule());
  await writeFile(new URL("words.js", generated), await wordsModule());
  await writeFile(new URL("words.d.ts", generated), wordsTypes);
  await writeFile(new URL("job-kinds.ts", generated), await jobKindsModule());
  await writeFile(new URL("outbox-consumers.ts", generated), await outboxConsumersModule());
  await buildKernel();
  await buildPhoton();
  await buildFonts(new URL("../assets/fonts/", import.meta.url));
}

if (import.meta.main) await build();
