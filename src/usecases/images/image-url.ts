import type { Image } from "../../storage/images.ts";
import type { Context } from "../context.ts";

/** The address of an image: signed, and holding all that its bytes depend on, so it never changes. */
export async function imageUrl(ctx: Context, image: { mediaKey: string }): Promise<string> {
  return `${ctx.origin}/i/${await ctx.keys.sign("image", image.mediaKey)}`;
}

export async function viewImage(ctx: Context, image: Image) {
  const { id, width, height, qr, line } = image;
  return { id, width, height, qr, line, url: await imageUrl(ctx, image) };
}
