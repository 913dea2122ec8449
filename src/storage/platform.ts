/** The bindings of a deployment as the use cases see them: stores and queues, no names. */

import { shardOf } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { Env } from "./env.ts";
import { createFontStore, type FontStore } from "./fonts.ts";
import { type CacheMemory, createLinkCache, type LinkCache } from "./link-cache.ts";
import { createMediaStore, type MediaStore } from "./media.ts";
import { createQueues, type Queues } from "./queues.ts";
import type { Shards } from "./scope.ts";

export type Stores = {
  shards: Shards;
  links: LinkCache;
  media: MediaStore;
  fonts: FontStore;
  queues: Queues;
  /** How many queries were made of D1 until now, each statement of a transaction counted. */
  asked: () => number;
};

/** The shard that new workspaces are created in. */
export const newestShard = shardOf("a");

export function createStores(
  env: Env,
  memory: CacheMemory,
  now: () => Instant,
  waitUntil: (work: Promise<unknown>) => void,
): Stores {
  let asked = 0;
  const count = () => {
    asked++;
  };
  const shards: Shards = new Map([[shardOf("a"), counting(env.DB_A, count)]]);
  return {
    shards,
    asked: () => asked,
    links: createLinkCache({ memory, kv: env.CACHE, shards, now, waitUntil }),
    media: createMediaStore(env.MEDIA),
    fonts: createFontStore(env.ASSETS),
    queues: createQueues({ beats: env.BEATS, jobs: env.JOBS, uploads: env.UPLOADS }),
  };
}

/** A database that tells of each query that is made ready for it. */
function counting(d1: D1Database, tell: () => void): D1Database {
  return new Proxy(d1, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name !== "prepare") return value.bind(target);
      // The query itself is its asker's, by storage/scope.ts.
      return (sql: string) => {
        tell();
        return value.call(target, sql);
      };
    },
  });
}
