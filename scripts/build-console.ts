/**
 * What the console needs beside its pages: its script and stylesheet as static assets, which are named by
 * what they hold and kept by browsers for ever, and its words in traditional Chinese, made of the simplified.
 */
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { sources } from "../src/pages/console/words/sources.ts";
import { sentences } from "../src/pages/shell/faults/sentences.ts";
import { bundleFacePart } from "./build-faces.ts";
import { hantSentences } from "./hant-sentences.ts";
import { toTaiwan } from "./to-taiwan.ts";

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
    `export const hantWords = ${JSON.stringify(hantWords())};`,
    `export const hantSentences = ${JSON.stringify(await hantSentences())} as const;`,
    `export const hantFaults: readonly string[] = ${JSON.stringify(hantFaults())};`,
    "",
  ].join("\n");
}

/** What is said of faults, in their order. */
export function hantFaults(): string[] {
  return sentences.map(([, chinese]) => toTaiwan(chinese));
}

/** Every screen's words, phrase by phrase in the other script and in the words of its readers. */
export function hantWords(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(sources).map(([screen, { "zh-Hans": words }]) => [
      screen,
      Object.fromEntries(Object.entries(words).map(([name, text]) => [name, toTaiwan(text)])),
    ]),
  );
}
