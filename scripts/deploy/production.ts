/**
 * What is this installation's own: the account, the ids of what was made there, and settings that differ
 * from wrangler.toml. It stands in a file that git does not know, so that the repository stays as it is.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { root } from "../tool.ts";
import type { RawConfig } from "./resources.ts";

export interface Production {
  readonly accountId?: string;
  /** By {@link resourceKey}: the id that the account gave, or the name where that is all there is. */
  readonly made: Readonly<Record<string, string>>;
  /** In place of the same keys of wrangler.toml; tables, such as `vars`, are added to. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export const productionFile = "production.json";
/** Made anew by each deployment. */
export const configFile = "wrangler.production.json";

export async function readProduction(): Promise<Production> {
  let text: string;
  try {
    text = await readFile(join(root, productionFile), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { made: {}, settings: {} };
  }
  try {
    return { made: {}, settings: {}, ...(JSON.parse(text) as Partial<Production>) };
  } catch {
    throw new Error(`${productionFile} is no JSON. Mend it: it names what is in your account.`);
  }
}

export async function writeProduction(production: Production): Promise<void> {
  const half = join(root, `${productionFile}.new`);
  await writeFile(half, `${JSON.stringify(production, null, 2)}\n`);
  await rename(half, join(root, productionFile));
}

/** wrangler.toml as it stands in the repository. */
export function readBase(): RawConfig {
  return readRawConfig({ config: join(root, "wrangler.toml") }).rawConfig as RawConfig;
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The changes in place of what they name; a table, such as `vars`, is added to. */
export function merged(before: object, changes: object): Record<string, unknown> {
  const after: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(changes)) {
    const old = after[key];
    after[key] = isTable(old) && isTable(value) ? { ...old, ...value } : value;
  }
  return after;
}

/** wrangler.toml with this installation's settings; a domain of one's own is then the only address. */
export function withSettings(
  base: RawConfig,
  { settings }: Pick<Production, "settings">,
): RawConfig {
  const only = "routes" in settings ? { workers_dev: false, preview_urls: false } : {};
  return { ...base, ...merged(base, { ...only, ...settings }) };
}

/** The configuration that is deployed. */
export async function writeConfig(config: RawConfig): Promise<void> {
  await writeFile(join(root, configFile), `${JSON.stringify(config, null, 2)}\n`);
}
