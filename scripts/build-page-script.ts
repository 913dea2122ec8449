/** Builds the page script twice, core and full, and writes both as strings the Worker can serve. */
import { createHash } from "node:crypto";
import { build } from "esbuild";

const entry = new URL("../src/tracking/client/index.ts", import.meta.url).pathname;

export async function bundlePageScript(isFull: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    // What Chinese phones' webviews (X5, XWeb, older iOS) run.
    target: ["es2019"],
    // Strictness changes nothing here and costs bytes, as do long names of our own objects.
    tsconfigRaw: {},
    mangleProps: /^(total|sections|furthest|running|last|still|limit|shown|area|seq|told|due)$/,
    define: { FULL: String(isFull) },
    legalComments: "none",
    charset: "utf8",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

/** The text of src/generated/page-script.ts. */
export async function pageScriptModule(): Promise<string> {
  const [core, full] = await Promise.all([bundlePageScript(false), bundlePageScript(true)]);
  return [
    "/** Made by scripts/build.ts from src/tracking/client. */",
    ...constants("core", core),
    ...constants("full", full),
    "",
  ].join("\n");
}

function constants(name: string, source: string): string[] {
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 16);
  return [
    `export const ${name}Script = ${JSON.stringify(source)};`,
    `export const ${name}ScriptHash = "${hash}";`,
  ];
}
