/** The font of senders' lines, from the deployment's static files. */
export interface FontStore {
  /** A file of the font, or null where the deployment has none. */
  get(file: string): Promise<Uint8Array | null>;
}

/** Where the build lays the font; the host of the address has no meaning. */
const folder = "https://assets.internal/fonts/";

export function createFontStore(assets: Fetcher): FontStore {
  return {
    async get(file) {
      const response = await assets.fetch(new URL(file, folder));
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      return null;
    },
  };
}
