/** R2: uploads until their base is made, and bases; a key begins with the shard's letter. */
export interface MediaStore {
  put(key: string, bytes: ArrayBuffer | Uint8Array, contentType: string): Promise<void>;
  /** The stored object's bytes as a stream, or null where there is none. */
  get(key: string): Promise<{ body: ReadableStream; size: number; contentType: string } | null>;
  /** The whole object in memory, once: for what cannot be worked on as a stream. */
  read(key: string): Promise<Uint8Array | null>;
  has(key: string): Promise<boolean>;
  delete(keys: string[]): Promise<void>;
  /** Deletes what lies under a prefix, of a few objects; all but the one that is kept. */
  deleteUnder(prefix: string, kept?: string): Promise<void>;
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
    async read(key) {
      const object = await bucket.get(key);
      return object && (await readAll(object.body, object.size));
    },
    async has(key) {
      return (await bucket.head(key)) !== null;
    },
    async delete(keys) {
      if (keys.length > 0) await bucket.delete(keys);
    },
    async deleteUnder(prefix, kept) {
      const { objects } = await bucket.list({ prefix });
      const keys = objects.map(({ key }) => key).filter((key) => key !== kept);
      if (keys.length > 0) await bucket.delete(keys);
    },
  };
}

/** arrayBuffer() would hold everything twice for a moment: the pieces, and what they are joined to. */
async function readAll(body: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of body) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
