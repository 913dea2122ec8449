/**
 * The Worker's own modules as one file for the worker tests. Every test file starts a Worker anew, and asking the
 * test runner for some thousand modules one after the other took longer than most files' tests. Each module that a
 * test imports is a door to that one file, so test and Worker share what a module holds.
 */
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type OutputChunk, rolldown } from "rolldown";
import type { Plugin } from "vitest/config";

const root = fileURLToPath(new URL("../../", import.meta.url));
const own = `${root}src/`;
const prefix = "/@worker/";

/** What runs in no Worker: browsers' scripts and the kernel's AssemblyScript. */
const elsewhere = ["src/**/*.d.ts", "src/**/client/**", "src/variation/image/kernel/assembly/**"];

/** For the worker project of vitest.config.ts. */
export function bundledWorker(): Plugin {
  let chunks: Promise<ReadonlyMap<string, OutputChunk>> | undefined;
  return {
    name: "bundled-worker",
    enforce: "pre",
    // What stands behind a door is not told by its file, by which vitest keeps modules from run to run.
    configureVitest({ defineCacheKeyGenerator }) {
      defineCacheKeyGenerator(({ id }) => (nameOf(id) === undefined ? undefined : false));
    },
    resolveId: (id) => (id.startsWith(prefix) ? id : null),
    async load(id) {
      const name = nameOf(id);
      if (name === undefined) return null;
      chunks ??= bundle();
      const chunk = (await chunks).get(name);
      if (!chunk) return null;
      const code = chunk.code.replaceAll(/(?<=\bfrom ")\.{1,2}\/[^"]+/g, (relative) => {
        const { pathname } = new URL(relative, `file:///${name}`);
        return (pathname.endsWith(".wasm") ? own : prefix) + pathname.slice(1);
      });
      return { code, map: null };
    },
  };
}

/** Which file of the bundle a module is, if it is of it. */
function nameOf(id: string): string | undefined {
  const [path = ""] = id.split("?");
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return path.startsWith(own) && /\.tsx?$/.test(path) ? doorOf(path.slice(own.length)) : undefined;
}

const doorOf = (file: string): string => `${file.replace(/\.tsx?$/, "")}.js`;

async function bundle(): Promise<ReadonlyMap<string, OutputChunk>> {
  const files = globSync("src/**/*.{ts,tsx}", { cwd: root, exclude: elsewhere });
  const made = await rolldown({
    cwd: root,
    input: Object.fromEntries(files.map((file) => [doorOf(file.slice("src/".length)), file])),
    external: (id) => !/^(\.|\/|src\/)/.test(id) || id.endsWith(".wasm"),
    tsconfig: `${root}tsconfig.json`,
    preserveEntrySignatures: "strict",
    // All is one file here, so nothing is loaded when it is first needed.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await made.generate({
    format: "esm",
    entryFileNames: "[name]",
    chunkFileNames: "[name].js",
    codeSplitting: { groups: [{ name: "all", test: /\/src\// }] },
  });
  await made.close();
  return new Map(
    output.flatMap((chunk): [string, OutputChunk][] =>
      chunk.type === "chunk" ? [[chunk.fileName, chunk]] : [],
    ),
  );
}
