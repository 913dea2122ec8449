/** What a local Starling keeps between starts besides its data: secrets and the demo's ids. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { freshSecrets } from "../deploy/secrets.ts";
import { root } from "../tool.ts";

export interface LocalSecrets {
  readonly ADMIN_SECRET: string;
  /** `id:secret` pairs, newest first. */
  readonly SIGNING_KEYS: string;
}

/** The demo workspace as it was made; paths, since a later start may use another port. */
export interface Demo {
  readonly workspaceId: string;
  readonly apiKey: string;
  /** Absent where the demo was cleared. */
  readonly kitPath?: string | undefined;
  readonly sharePath?: string | undefined;
  /** Who works in the console; absent where the demo was made before there was one. */
  readonly memberId?: string;
}

export interface LocalState {
  readonly secrets: LocalSecrets;
  readonly demo?: Demo;
}

/** @returns the folder named by STARLING_STATE, or .wrangler/state, as an absolute path */
export function stateFolder(value: string | undefined): string {
  return value ? resolve(value) : join(root, ".wrangler/state");
}

const file = (folder: string) => join(folder, "starling.json");

/** Reads the folder's state; the first time, makes the folder and fresh secrets. */
export async function openState(folder: string): Promise<LocalState> {
  await mkdir(folder, { recursive: true });
  let text: string;
  try {
    text = await readFile(file(folder), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const state: LocalState = { secrets: freshSecrets() };
    await saveState(folder, state);
    return state;
  }
  try {
    return JSON.parse(text) as LocalState;
  } catch {
    throw new Error(
      `${file(folder)} is no JSON. It holds this copy's secrets: mend it, or remove the folder to start afresh.`,
    );
  }
}

/** Writes in one stroke, readable by its owner only. */
export async function saveState(folder: string, state: LocalState): Promise<void> {
  const half = `${file(folder)}.new`;
  await writeFile(half, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(half, file(folder));
}
