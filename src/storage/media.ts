/** R2: what was uploaded, under keys that begin with the shard and the workspace. */
export interface MediaStore {
  put(key: string, bytes: ArrayBuffer | Uint8Array, contentType: string): Promise<void>;
  /** The stored object's bytes as a stream, or null where there is none. */
  get(key: string): Promise<{ body: ReadableStream; size: number; contentType: string } | null>;
  delete(keys: string[]): Promise<void>;
}

export function createMediaStore(bucket: R2Bucket): MediaStore {
  return {
    async put(key, bytes, contentType) {
      await bucket.put(key, bytes, { httpMetadata: { contentType } });
    },
    async get(key) {
      const object = await bucket.get(key);
      if (!object) return null;
      const contentType = object.httpMetadata?.contentType ?? "application/octet-stream";
      return { body: object.body, size: object.size, contentType };
    },
    async delete(keys) {
      if (keys.length > 0) await bucket.delete(keys);
    },
  };
}
