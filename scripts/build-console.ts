/**
 * What the console needs beside its pages: its script and stylesheet as static assets, which are named by
 * what they hold and kept by browsers for ever.
 */
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { bundleFacePart } from "./build-faces.ts";

/** Writes the assets into a folder. @returns the text of src/generated/console.ts, which names them */
export async function buildConsole(folder: URL): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const put = async (text: string, ending: string) => {
    const name = `${createHash("sha256").update(text).digest("hex").slice(0, 16)}.${ending}`;
    await writeFile(new URL(name, folder), text);
    return JSON.stringify(`/console-ui/${name}`);
  };
  return [
    "/** Made by scripts/build-console.ts from src/pages/console. */",
    `export const consoleScript = ${await put(await bundleFacePart("consoleScript"), "js")};`,
    `export const consoleStyle = ${await put(await bundleFacePart("consoleStyle"), "css")};`,
    "",
  ].join("\n");
}
