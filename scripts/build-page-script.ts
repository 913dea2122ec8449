/** Builds the page script twice, core and full, and writes both as strings the Worker can serve. */
import { createHash } from "node:crypto";
import { build } from "esbuild";
import { minify } from "terser";

const entry = new URL("../src/tracking/client/index.ts", import.meta.url).pathname;

/** Without all that only other people's pages need, or with it. */
export async function bundlePageScript(isFull: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    // What a constant decides is settled here; all else that makes it small is terser's.
    minifySyntax: true,
    write: false,
    format: "esm",
    // What Chinese phones' webviews (X5, XWeb, older iOS) run.
    target: ["es2019"],
    // Strictness changes nothing here and costs bytes.
    tsconfigRaw: {},
    define: { FULL: String(isFull) },
    legalComments: "none",
    charset: "utf8",
  });
  const { code = "" } = await minify(outputFiles[0]?.text ?? "", {
    ecma: 2019,
    module: true,
    compress: {
      passes: 3,
      unsafe: true,
      unsafe_arrows: true,
      pure_getters: true,
      keep_fargs: false,
      hoist_funs: true,
      // Nothing in it asks whether a value is exactly true.
      booleans_as_integers: true,
    },
  });
  // A page's script shares its names with the page.
  return `(()=>{${code}})()`;
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
