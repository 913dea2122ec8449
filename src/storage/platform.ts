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
};

/** The shard that new workspaces are created in. */
export const newestShard = shardOf("a");

export function createStores(
  env: Env,
  memory: CacheMemory,
  now: () => Instant,
  waitUntil: (work: Promise<unknown>) => void,
): Stores {
  const shards: Shards = new Map([[shardOf("a"), env.DB_A]]);
  return {
    shards,
    links: createLinkCache({ memory, kv: env.CACHE, shards, now, waitUntil }),
    media: createMediaStore(env.MEDIA),
    fonts: createFontStore(env.ASSETS),
    queues: createQueues({ beats: env.BEATS, jobs: env.JOBS, uploads: env.UPLOADS }),
  };
}
