import { shardOf } from "../../domain/ids.ts";
import { varyStream } from "../../integrations/image-kernel.ts";
import { findImageStatus } from "../../storage/images.ts";
import {
  type FontFor,
  type Frame,
  linePatch,
  type Patch,
  qrModules,
  qrPatch,
} from "../../variation/image/index.ts";
import { AppError, found } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { fontsFor } from "./line-fonts.ts";
import { imageIdOf } from "./media-keys.ts";
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

/** Throws `unavailable` for a picture that will be there in a moment. */
async function refuseProcessing(ctx: Context, mediaKey: string): Promise<void> {
  const id = imageIdOf(mediaKey);
  const d1 = ctx.shards.get(shardOf(id));
  if (!d1 || (await findImageStatus(d1, id)) !== "processing") return;
  throw new AppError("unavailable", "This image is still being made. Ask again in a few seconds.");
}

/** The picture of a path: a stored base as it is, or one sender's picture, made while it is sent. */
export async function getImage(
  ctx: Context,
  { mediaKey, recipe }: Awaited<ReturnType<typeof resolveImage>>,
): Promise<Picture> {
  const stored = await ctx.media.get(mediaKey);
  if (!stored) await refuseProcessing(ctx, mediaKey);
  const base = found(stored, "image");
  const mayBeKept = base.size <= largestKept;
  if (!recipe) return { ...base, mayBeKept };
  const { contentType } = base;
  const seed = await seedOf(recipe);
  const fontFor = await fontsFor(ctx.fonts, recipe.line?.text ?? "");
  const patches = (frame: Frame) => patchesOf(recipe, frame, fontFor);
  const body = varyStream(base.body, { seed, patches });
  return { body, contentType, size: null, mayBeKept };
}

/** A QR code for which there is no room is left out, since half a code would only look like one. */
function patchesOf({ qr, line }: Recipe, frame: Frame, fontFor: FontFor): Patch[] {
  return [
    ...(line ? [linePatch(frame, line, line.text, fontFor)] : []),
    ...(qr && qr.size >= qrModules(qr.text) ? [qrPatch(frame, qr, qr.text)] : []),
  ];
}
