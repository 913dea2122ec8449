import { varyStream } from "../../integrations/image-kernel.ts";
import { type Frame, type Patch, qrPatch } from "../../variation/image/index.ts";
import type { Context } from "../context.ts";
import { found } from "../errors.ts";
import { decodeRecipe, type Recipe, seedOf } from "./recipe.ts";

/** What a signed path names. Throws `not-found` for a path that is not ours. */
export async function resolveImage(ctx: Context, path: string) {
  const payload = found(await ctx.keys.verify("image", path), "image");
  const recipe = decodeRecipe(payload);
  return { mediaKey: recipe?.mediaKey ?? payload, recipe };
}

/** A picture larger than this is made again for each reader rather than held twice in memory. */
const largestKept = 4 * 1024 * 1024;

type Picture = {
  body: ReadableStream;
  contentType: string;
  /** Known for a base only. */
  size: number | null;
  mayBeKept: boolean;
};

/** The picture of a path: a stored base as it is, or one sender's picture, made while it is sent. */
export async function getImage(
  ctx: Context,
  { mediaKey, recipe }: Awaited<ReturnType<typeof resolveImage>>,
): Promise<Picture> {
  const base = found(await ctx.media.get(mediaKey), "image");
  const mayBeKept = base.size <= largestKept;
  if (!recipe) return { ...base, mayBeKept };
  const { contentType } = base;
  const seed = await seedOf(recipe);
  const body = varyStream(base.body, { seed, patches: (frame) => patchesOf(recipe, frame) });
  return { body, contentType, size: null, mayBeKept };
}

function patchesOf({ qr }: Recipe, frame: Frame): Patch[] {
  return qr ? [qrPatch(frame, qr, qr.text)] : [];
}
