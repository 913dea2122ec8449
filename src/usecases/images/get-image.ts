import type { Component } from "../../domain/component.ts";
import { shardOf } from "../../domain/ids.ts";
import { varyStream } from "../../integrations/image-kernel.ts";
import { findImageStatus } from "../../storage/images.ts";
import { drawBlock, type Layer, type Said } from "../../variation/image/index.ts";
import { AppError, found } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { glyphsFor } from "./glyphs.ts";
import { imageIdOf, sizeKeyOf, wholeKeyOf } from "./media-keys.ts";
import { portraitFor } from "./portrait-pixels.ts";
import { decodeRecipe, type Recipe, seedOf } from "./recipe.ts";

/**
 * What a signed path names, and a tag of its bytes: another one once the portrait on it was taken away.
 * Throws `not-found` for a path that is not ours.
 */
export async function resolveImage(ctx: Context, path: string) {
  const payload = found(await ctx.keys.verify("image", path), "image");
  const recipe = decodeRecipe(payload);
  const tag = path.slice(-22);
  if (!recipe) return { mediaKey: payload, recipe, tag };
  const { mediaKey, portrait } = recipe;
  if (portrait === null || (await ctx.media.has(portrait))) return { mediaKey, recipe, tag };
  return { mediaKey, recipe: { ...recipe, portrait: null }, tag: `${tag}-` };
}

/** A picture larger than this is made again for the cache rather than held twice in memory. */
const largestHeld = 4 * 1024 * 1024;

type Picture = {
  body: ReadableStream;
  contentType: string;
  /** Known for a base only. */
  size: number | null;
  isLarge: boolean;
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
  const smaller = recipe?.size ? sizeKeyOf(mediaKey, recipe.size.width) : mediaKey;
  const whole = wholeKeyOf(mediaKey);
  const sized = await ctx.media.get(smaller);
  // An image older than its smaller bases is shown as it is.
  const stored = sized ?? (smaller === whole ? null : await ctx.media.get(whole));
  if (!stored) await refuseProcessing(ctx, whole);
  const base = found(stored, "image");
  const isLarge = base.size > largestHeld;
  if (!recipe) return { ...base, isLarge };
  const { contentType } = base;
  const scale = sized && recipe.size ? recipe.size.width / recipe.size.of : 1;
  const [seed, layers] = await Promise.all([seedOf(recipe), layersOf(ctx, recipe, scale)]);
  return { body: varyStream(base.body, { seed, layers }), contentType, size: null, isLarge };
}

/** What is drawn over a base: the sender's block, at the base's scale. */
async function layersOf(ctx: Context, recipe: Recipe, scale: number): Promise<readonly Layer[]> {
  const { block, portrait: key } = recipe;
  const texts = block.flatMap(({ component, says }) => (component.type === "text" ? says : []));
  const fontFor = await glyphsFor(ctx.fonts, texts);
  const scaled = scale === 1 ? block : block.map((said) => scaledBy(scale, said));
  const portrait = key === null ? undefined : await portraitFor(ctx.media, key, scaled);
  return drawBlock(scaled, { fontFor, portrait });
}

/** The same component on a smaller picture. */
function scaledBy(scale: number, { component, says }: Said): Said {
  const of = (pixels: number) => Math.max(1, Math.floor(pixels * scale));
  const { x, y, width, height } = component;
  const place = { x: Math.floor(x * scale), y: Math.floor(y * scale) };
  const sized = { ...component, ...place, width: of(width), height: of(height) };
  const isText = sized.type === "text";
  const scaled: Component = isText
    ? { ...sized, least: sized.least * scale, most: sized.most * scale }
    : sized;
  return { component: scaled, says };
}
