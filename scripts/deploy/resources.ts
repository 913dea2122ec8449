/** What a deployment needs in a Cloudflare account before it can go there, and how each is made. */
import type { Production } from "./production.ts";

/** The part of a wrangler configuration that is looked at here. */
export interface RawConfig {
  readonly account_id?: string;
  readonly name: string;
  readonly d1_databases?: readonly {
    readonly binding: string;
    readonly database_name: string;
    readonly database_id: string;
  }[];
  readonly kv_namespaces?: readonly { readonly binding: string; readonly id: string }[];
  readonly r2_buckets?: readonly { readonly bucket_name: string }[];
  readonly queues?: { readonly consumers?: readonly { readonly queue: string }[] };
}

export interface Resource {
  readonly kind: "database" | "namespace" | "bucket" | "queue";
  readonly name: string;
  /** What wrangler is asked for it. */
  readonly command: readonly string[];
}

/** Under which {@link Production} remembers it. */
export const resourceKey = ({ kind, name }: Pick<Resource, "kind" | "name">): string =>
  `${kind} ${name}`;

/** @param location - a hint of Cloudflare's, such as "apac": where database and pictures shall be */
export function neededResources(config: RawConfig, location?: string): Resource[] {
  const near = location === undefined ? [] : [`--location=${location}`];
  const own = "--update-config=false";
  return [
    ...(config.d1_databases ?? []).map(({ database_name: name }) => ({
      kind: "database" as const,
      name,
      command: ["d1", "create", name, ...near, own],
    })),
    ...(config.kv_namespaces ?? []).map(({ binding }) => {
      const name = namespaceName(config, binding);
      return {
        kind: "namespace" as const,
        name,
        command: ["kv", "namespace", "create", name, own],
      };
    }),
    ...(config.r2_buckets ?? []).map(({ bucket_name: name }) => ({
      kind: "bucket" as const,
      name,
      command: ["r2", "bucket", "create", name, ...near, own],
    })),
    ...(config.queues?.consumers ?? []).map(({ queue: name }) => ({
      kind: "queue" as const,
      name,
      command: ["queues", "create", name],
    })),
  ];
}

const namespaceName = ({ name }: RawConfig, binding: string) => `${name}-${binding.toLowerCase()}`;

/** The id in what wrangler says of a new database or namespace; other things go by their name. */
export function idOf({ kind, name }: Resource, said: string): string {
  if (kind === "bucket" || kind === "queue") return name;
  const id = /\bid"?\s*[=:]\s*"([0-9a-f-]{32,36})"|database_id"?\s*[=:]\s*"([0-9a-f-]{36})"/.exec(
    said,
  );
  const found = id?.[1] ?? id?.[2];
  if (found === undefined)
    throw new Error(`wrangler names no id for the ${kind} ${name}:\n${said}`);
  return found;
}

/** The configuration with the ids that the account gave. @throws where something is not made yet */
export function withIds(config: RawConfig, { made }: Pick<Production, "made">): RawConfig {
  const missing = neededResources(config).filter((one) => !(resourceKey(one) in made));
  if (missing.length > 0) {
    throw new Error(
      `Your account has not yet: ${missing.map(resourceKey).join(", ")}. Run npm run deploy:setup; what is there stays.`,
    );
  }
  const id = (kind: Resource["kind"], name: string) => made[resourceKey({ kind, name })] ?? "";
  return {
    ...config,
    d1_databases: (config.d1_databases ?? []).map((one) => ({
      ...one,
      database_id: id("database", one.database_name),
    })),
    kv_namespaces: (config.kv_namespaces ?? []).map((one) => ({
      ...one,
      id: id("namespace", namespaceName(config, one.binding)),
    })),
  };
}
