/** A deployment's secrets: made once, kept in a file that git does not know. */
import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../tool.ts";

export interface Secrets {
  readonly ADMIN_SECRET: string;
  /** `id:secret` pairs: the first signs, all verify. */
  readonly SIGNING_KEYS: string;
  /** Such as MODEL_API_KEY. */
  readonly [other: string]: string;
}

export const secretsFile = "production.secrets.json";

export function freshSecrets(): Secrets {
  return { ADMIN_SECRET: freshAdminSecret(), SIGNING_KEYS: `1:${freshKey()}` };
}

export const freshAdminSecret = (): string => randomBytes(24).toString("hex");
const freshKey = (): string => randomBytes(32).toString("hex");

interface Pair {
  readonly id: number;
  readonly secret: string;
}

/** @throws when the keys are not `id:secret` pairs */
function pairsOf(keys: string): Pair[] {
  return keys.split(",").map((entry) => {
    const [, id, secret] = /^\s*(\d{1,3}):(\S+)\s*$/.exec(entry) ?? [];
    if (id === undefined || secret === undefined) {
      throw new Error(
        `SIGNING_KEYS in ${secretsFile} must read id:secret,id:secret. Put the file's copy in its place.`,
      );
    }
    return { id: Number(id), secret };
  });
}

const textOf = (pairs: readonly Pair[]) => pairs.map(({ id, secret }) => `${id}:${secret}`).join();

/** A new key in front: it signs from now on, and what the others signed stays good. */
export function rotateKeys(keys: string): string {
  const pairs = pairsOf(keys);
  const used = new Set(pairs.map((pair) => pair.id));
  const newest = Math.max(...used);
  // An id is one byte. The lowest is that of the oldest key, which is told by it.
  const free = [...range(newest + 1, 255), ...range(Math.min(...used) + 1, newest)];
  const id = free.find((candidate) => !used.has(candidate));
  if (id === undefined)
    throw new Error("All key ids are used. Drop a key that signs nothing alive.");
  return textOf([{ id, secret: freshKey() }, ...pairs]);
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** Without a key that others know. @throws where it is unknown, or signs, so that something still would */
export function dropKey(keys: string, id: number): string {
  const pairs = pairsOf(keys);
  if (!pairs.some((pair) => pair.id === id)) {
    const known = pairs.map((pair) => pair.id).join(", ");
    throw new Error(`There is no such key. The ids in ${secretsFile} are: ${known}.`);
  }
  if (pairs[0]?.id === id) {
    throw new Error("This key signs. Make a new one first: npm run deploy:secrets -- rotate");
  }
  return textOf(pairs.filter((pair) => pair.id !== id));
}

/** Undefined where there is none here: the deployed ones stay as they are. */
export async function readSecrets(): Promise<Secrets | undefined> {
  let text: string;
  try {
    text = await readFile(join(root, secretsFile), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const secrets = JSON.parse(text) as Partial<Secrets>;
  if (!secrets.ADMIN_SECRET || !secrets.SIGNING_KEYS) {
    throw new Error(
      `${secretsFile} must hold ADMIN_SECRET and SIGNING_KEYS. Put your copy of it in its place.`,
    );
  }
  return secrets as Secrets;
}

/** Writes in one stroke, readable by its owner only. */
export async function writeSecrets(secrets: Secrets): Promise<void> {
  const half = join(root, `${secretsFile}.new`);
  await writeFile(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(half, join(root, secretsFile));
}
