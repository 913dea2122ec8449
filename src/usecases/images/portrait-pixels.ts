/** Portraits as pixels, as large as a picture's block needs them. */
import type { MediaStore } from "../../storage/media.ts";
import { type Portrait, runThrough, type Said, shrunkBase } from "../../variation/image/index.ts";

/** The widest that one is kept, and drawn. */
const mostWidth = 512;
/** A portrait on its side is wider than the square that is drawn of its middle. */
const wider = 1.5;
/** A sender looks at several pictures of theirs in a row. At most 0.8 MB each. */
const kept = 4;

const remembered = new Map<string, Portrait>();

/** Decodes the portrait under a key for the avatars of a block; undefined where it was taken away. */
export async function portraitFor(
  media: MediaStore,
  key: string,
  block: readonly Said[],
): Promise<Portrait | undefined> {
  const avatars = block.filter(({ component }) => component.type === "avatar");
  const sides = avatars.map(({ component: { width, height } }) => Math.min(width, height));
  const most = Math.min(mostWidth, Math.ceil(Math.max(1, ...sides) * wider));
  const name = `${key} ${most}`;
  const known = remembered.get(name);
  if (known) return known;
  const bytes = await media.read(key);
  if (!bytes) return undefined;
  const portrait = decoded(bytes, most);
  const [oldest] = remembered.keys();
  if (remembered.size >= kept && oldest !== undefined) remembered.delete(oldest);
  remembered.set(name, portrait);
  return portrait;
}

function decoded(bytes: Uint8Array, most: number): Portrait {
  const { width, height, rgba } = runThrough(shrunkBase(bytes, most));
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number;
    rgb[to + 1] = rgba[from + 1] as number;
    rgb[to + 2] = rgba[from + 2] as number;
  }
  return { width, height, rgb };
}
