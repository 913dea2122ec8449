import type { Context } from "../context.ts";
import { found } from "../errors.ts";

/** The image a signed path names. Throws `not-found` for a path that is not ours. */
export async function getImage(ctx: Context, path: string) {
  const mediaKey = found(await ctx.keys.verify("image", path), "image");
  return { mediaKey, ...found(await ctx.media.get(mediaKey), "image") };
}
