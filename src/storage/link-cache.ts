/**
 * Landings and pages, close to the reader: isolate memory, then KV, then D1. D1 is the truth.
 *
 * A landing is re-read from D1 once it is 60 s old. A deleted link leaves a tombstone under a key of
 * its own: a late fill, by a request that read D1 before the deletion, writes the landing's key and
 * cannot touch the tombstone. KV's own edge cache adds at most its 60 s, so a change shows within two
 * minutes. A link with a click cap is never cached, since each click must ask D1.
 */
import { type ContentId, type LinkCode, parseId, shardOf } from "../domain/ids.ts";
import type { Landing, VersionPage } from "../domain/landing.ts";
import {
  type Duration,
  day,
  earlier,
  type Instant,
  inSeconds,
  minute,
  times,
} from "../domain/units.ts";
import { readLanding, readVersionPage } from "./landing.ts";
import type { Shards } from "./scope.ts";

const freshFor: Duration = minute;
/** Longer than a landing can live anywhere, so that the tombstone outlasts every stale copy. */
const tombstoneSeconds = 600;
const kvSeconds = 120;
const memoryEntries = 500;

export interface LinkCache {
  /** Null for what cannot be a link's code too, without asking anybody. */
  landing(text: string): Promise<Landing | null>;
  page(contentId: ContentId, version: number): Promise<VersionPage | null>;
  /** A link changed: this isolate forgets it at once, others within their minute. */
  forget(code: LinkCode): Promise<void>;
  /** A link was deleted. */
  bury(code: LinkCode): Promise<void>;
}

/** A Map that drops what was least recently set once it is full. */
class Recent<K, V> {
  readonly #entries = new Map<K, V>();
  get(key: K): V | undefined {
    return this.#entries.get(key);
  }
  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > memoryEntries && !oldest.done) this.#entries.delete(oldest.value);
  }
  delete(key: K): void {
    this.#entries.delete(key);
  }
}

/** What an isolate remembers between requests. */
export type CacheMemory = {
  landings: Recent<LinkCode, Landing>;
  pages: Recent<string, VersionPage>;
};

export function createCacheMemory(): CacheMemory {
  return { landings: new Recent(), pages: new Recent() };
}

export type CacheParts = {
  memory: CacheMemory;
  kv: KVNamespace;
  shards: Shards;
  now: () => Instant;
  /** Lets a cache fill finish after the answer has gone out. */
  waitUntil: (work: Promise<unknown>) => void;
};

export function createLinkCache({ memory, kv, shards, now, waitUntil }: CacheParts): LinkCache {
  const isFresh = (landing: Landing | null | undefined): landing is Landing =>
    landing != null && landing.readAt > earlier(now(), freshFor);

  async function fromKv(code: LinkCode): Promise<Landing | null> {
    const [landing, tombstone] = await Promise.all([
      kv.get<Landing>(`landing:${code}`, "json"),
      kv.get(`gone:${code}`),
    ]);
    return tombstone === null && isFresh(landing) ? landing : null;
  }

  async function fromD1(code: LinkCode): Promise<Landing | null> {
    const d1 = shards.get(shardOf(code));
    if (!d1) return null;
    const landing = await readLanding(d1, code, now());
    if (landing && landing.maxClicks === null) {
      waitUntil(kv.put(`landing:${code}`, JSON.stringify(landing), { expirationTtl: kvSeconds }));
    }
    return landing;
  }

  return {
    async landing(text) {
      const code = parseId<LinkCode>(text);
      if (!code) return null;
      const remembered = memory.landings.get(code);
      if (isFresh(remembered)) return remembered;
      const landing = (await fromKv(code)) ?? (await fromD1(code));
      if (landing && landing.maxClicks === null) memory.landings.set(code, landing);
      else memory.landings.delete(code);
      return landing;
    },

    async page(contentId, version) {
      const key = `${contentId}:${version}`;
      const remembered = memory.pages.get(key);
      if (remembered) return remembered;
      const stored = await kv.get<VersionPage>(`page:${key}`, { type: "json", cacheTtl: 3600 });
      const d1 = shards.get(shardOf(contentId));
      const page = stored ?? (d1 ? await readVersionPage(d1, contentId, version) : null);
      if (!page) return null;
      memory.pages.set(key, page);
      if (!stored) {
        waitUntil(
          kv.put(`page:${key}`, JSON.stringify(page), { expirationTtl: inSeconds(times(30, day)) }),
        );
      }
      return page;
    },

    async forget(code) {
      memory.landings.delete(code);
      await kv.delete(`landing:${code}`);
    },

    async bury(code) {
      memory.landings.delete(code);
      await kv.put(`gone:${code}`, "1", { expirationTtl: tombstoneSeconds });
      await kv.delete(`landing:${code}`);
    },
  };
}
