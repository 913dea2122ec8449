/** Lints code as if it stood in the repository, to see whether a law of biome.json fires there. */
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * @param files - code by the path it would have, "src/pages/kit/page.tsx"
 * @returns for each path, what the linter says of it; "" where nothing
 */
export async function lint(
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "starling-lint-"));
  try {
    const config = JSON.parse(await readFile(join(root, "biome.json"), "utf8"));
    // There is no repository around the copy whose ignored files could be asked for.
    await writeFile(join(folder, "biome.json"), JSON.stringify({ ...config, vcs: undefined }));
    await cp(join(root, "lint"), join(folder, "lint"), { recursive: true });
    for (const [path, code] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), code);
    }
    return Object.fromEntries(Object.keys(files).map((path) => [path, lintFile(folder, path)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lintFile(folder: string, path: string): string {
  const biome = join(root, "node_modules/.bin/biome");
  const { status, stdout, stderr } = spawnSync(biome, ["lint", path], {
    cwd: folder,
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}`;
}
