import type { VersionImage } from "../../domain/content.ts";
import type { Image } from "../../storage/images.ts";
import type { Context, Scoped } from "../kernel/context.ts";
import { encodeRecipe } from "./recipe.ts";

type At = Pick<Context, "keys"> & { shareOrigin: string };

/** The address of an image: signed, and holding all that its bytes depend on, so it never changes. */
export async function imageUrl({ keys, shareOrigin }: At, image: { mediaKey: string }) {
  return `${shareOrigin}/i/${await keys.sign("image", image.mediaKey)}`;
}

/** What makes an image one sender's own. */
export type Own = { code: string; linkUrl: string; row: number; line: string };

/** The address of one sender's picture. */
export async function ownImageUrl(ctx: Scoped, image: VersionImage, own: Own): Promise<string> {
  const recipe = encodeRecipe({
    mediaKey: image.mediaKey,
    code: own.code,
    row: own.row,
    qr: image.qr && { ...image.qr, text: own.linkUrl },
    line: image.line && own.line !== "" ? { ...image.line, text: own.line } : null,
  });
  return `${ctx.shareOrigin}/i/${await ctx.keys.sign("image", recipe)}`;
}

type Shown = Pick<
  Image,
  "id" | "status" | "jobId" | "failure" | "width" | "height" | "qr" | "line" | "mediaKey"
>;

/** An image as the API shows it: with its job while it is processing, and why it failed. */
export async function viewImage(ctx: Scoped, image: Shown) {
  const { id, status, jobId, failure, width, height, qr, line } = image;
  return {
    id,
    status,
    width,
    height,
    qr,
    line,
    url: await imageUrl(ctx, image),
    ...(status === "processing" && jobId ? { jobId } : {}),
    ...(failure ? { error: failure } : {}),
  };
}

export type ImageView = Awaited<ReturnType<typeof viewImage>>;
