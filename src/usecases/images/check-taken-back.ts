import { type LinkCode, parseId } from "../../domain/ids.ts";
import { AppError, found } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { isReplaceable } from "./media-keys.ts";
import type { Recipe } from "./recipe.ts";

/**
 * Throws `not-found` for a sender's picture whose content was withdrawn or deleted, or whose link was: it
 * carries a person's name and code; and for a portrait, code or logo that was taken away. Asks the link's landing, which
 * is at most a minute old.
 */
export async function checkTakenBack(
  ctx: Context,
  { mediaKey, recipe }: { mediaKey: string; recipe: Recipe | null },
): Promise<void> {
  if (isReplaceable(mediaKey)) found((await ctx.media.has(mediaKey)) || null, "image");
  // A preview belongs to no link yet.
  if (!recipe || recipe.code === "") return;
  const code = parseId<LinkCode>(recipe.code);
  const landing = code ? await ctx.links.landing(code) : null;
  if (landing && (landing.kind !== "content" || landing.version !== null)) return;
  throw new AppError("not-found", "This picture was taken back with what it belonged to.");
}
