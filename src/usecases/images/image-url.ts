import type { VersionImage } from "../../domain/content.ts";
import type { Content } from "../../storage/contents.ts";
import type { Image } from "../../storage/images.ts";
import type { Context, Scoped } from "../kernel/context.ts";
import { componentsOf } from "./marks.ts";
import { ownOf } from "./own-share.ts";
import { encodeRecipe } from "./recipe.ts";
import { blockOf, type Shown } from "./sender-block.ts";

type At = Pick<Context, "keys"> & { shareOrigin: string };

/** The address of an image: signed, and holding all that its bytes depend on, so it never changes. */
export async function imageUrl({ keys, shareOrigin }: At, image: { mediaKey: string }) {
  return `${shareOrigin}/i/${await keys.sign("image", image.mediaKey)}`;
}

/** What makes an image one sender's own. */
export type Own = {
  code: string;
  linkUrl: string;
  /** Of the codebook; −1 where the sender's wording has no say. */
  row: number;
  sender: Shown & { portraitKey: string | null };
};

type Marked = Pick<VersionImage, "mediaKey" | "width" | "height" | "qr" | "line" | "components">;

/** A picture's address, and how large it is. */
export type Sized = { url: string; width: number; height: number };

/**
 * The address of one sender's picture.
 *
 * @param most the width of the smaller one that is asked for; the whole one where that is no wider.
 */
export async function ownImage(
  { keys, shareOrigin }: At,
  image: Marked,
  { code, linkUrl, row, sender }: Own,
  most?: number,
): Promise<Sized> {
  const components = componentsOf(image);
  const showsPortrait = components.some(({ type }) => type === "avatar");
  const isSmaller = most !== undefined && most < image.width;
  const recipe = encodeRecipe({
    mediaKey: image.mediaKey,
    code,
    row,
    size: isSmaller ? { width: most, of: image.width } : null,
    portrait: showsPortrait ? sender.portraitKey : null,
    block: blockOf(components, sender, linkUrl),
  });
  const width = isSmaller ? most : image.width;
  const height = isSmaller ? Math.round((image.height * most) / image.width) : image.height;
  return { url: `${shareOrigin}/i/${await keys.sign("image", recipe)}`, width, height };
}

type Viewed = Pick<
  Image,
  | "id"
  | "status"
  | "jobId"
  | "failure"
  | "width"
  | "height"
  | "qr"
  | "line"
  | "components"
  | "mediaKey"
  | "texture"
>;

/**
 * An image as the API shows it: with its job while it is processing, why it failed, and what of it differs
 * from sender to sender.
 */
export async function viewImage(ctx: Scoped, image: Viewed, content: Pick<Content, "imageDeal">) {
  const { id, status, jobId, failure, width, height, qr, line } = image;
  return {
    id,
    status,
    width,
    height,
    qr,
    line,
    components: componentsOf(image),
    url: await imageUrl(ctx, image),
    ...(status === "processing" && jobId ? { jobId } : {}),
    ...(failure ? { error: failure } : {}),
    ...(image.texture === null ? {} : { own: ownOf(image.texture, image, content) }),
  };
}

export type ImageView = Awaited<ReturnType<typeof viewImage>>;
