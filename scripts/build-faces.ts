/** Bundles what the pages send beside their HTML, each face's script and stylesheet, as strings the Worker can serve. */
import { createHash } from "node:crypto";
import { build } from "esbuild";

const pages = new URL("../src/pages/", import.meta.url);

/**
 * The oldest browsers that open a page: Chinese phones' webviews (X5, XWeb) and older iOS. They stop at
 * the first word they do not know, and then no button of the page works.
 */
const oldestBrowsers = { script: ["es2019"], style: ["chrome83", "ios13"] };

/** Every script and stylesheet by the name it has in src/generated. */
const parts = {
  readerScript: "reader/client/index.ts",
  readerStyle: "reader/style.css",
  readerOwnStyle: "reader/own.css",
  leaveNameStyle: "reader/leave-name.css",
  wechatScript: "reader/client/wechat.ts",
  kitScript: "kit/client/index.ts",
  kitStyle: "kit/style.css",
  consoleScript: "console/client/index.ts",
  consoleStyle: "console/style.css",
  backScript: "site/client/back.ts",
  docsStyle: "site/docs.css",
  plainStyle: "shell/plain.css",
  keptStyle: "site/kept.css",
  hanStyle: "shell/han.css",
} as const;

export type FacePart = keyof typeof parts;
export const faceParts = Object.keys(parts) as FacePart[];

/** One script or stylesheet with all it imports, minified. */
export async function bundleFacePart(part: FacePart): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(parts[part], pages).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: part.endsWith("Script") ? oldestBrowsers.script : oldestBrowsers.style,
    // Strictness is the compiler's business and costs bytes.
    tsconfigRaw: {},
    legalComments: "none",
    charset: "utf8",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

/** The text of src/generated/faces.ts. */
export async function facesModule(): Promise<string> {
  // The console's are static assets (build-console.ts): no reader's isolate holds them.
  const inlined = faceParts.filter((part) => !/^(console|wechat)/.test(part));
  const texts = await Promise.all(inlined.map(bundleFacePart));
  const constants = inlined.map(
    (part, at) => `export const ${part} = ${JSON.stringify(texts[at])};`,
  );
  return ["/** Made by scripts/build-faces.ts from src/pages. */", ...constants, ""].join("\n");
}

/** The text of src/generated/wechat-script.ts: of its own, for whoever reads inside WeChat alone. */
export async function wechatScriptModule(): Promise<string> {
  const script = await bundleFacePart("wechatScript");
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 16);
  return [
    "/** Made by scripts/build-faces.ts from src/pages/reader/client/wechat.ts. */",
    `export const wechatScript = ${JSON.stringify(script)};`,
    `export const wechatScriptHash = "${hash}";`,
    "",
  ].join("\n");
}
