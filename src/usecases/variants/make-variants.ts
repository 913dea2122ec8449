/**
 * What senders get for a content's published version: their caption, images and link. A line of a sender's own for the
 * content is theirs: the kit alone shows it and puts it before the caption, and nobody who looks at variants sees it.
 */

import type { ContentId, SenderId } from "../../domain/ids.ts";
import type { Dealt } from "../../domain/landing.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import type { Sender } from "../../storage/senders.ts";
import { findPublished, type Version } from "../../storage/versions.ts";
import {
  type Codebook,
  decodeCodebook,
  lintFold,
  type Plan,
  renderVariant,
} from "../../variation/text/index.ts";
import { AppError, found } from "../errors.ts";
import { dealtImages } from "../images/dealt-images.ts";
import { ownImage } from "../images/image-url.ts";
import { sizes } from "../images/media-keys.ts";
import type { Scoped } from "../kernel/context.ts";
import { linkUrl } from "../links/link-view.ts";
import { ownWords } from "../senders/own-words.ts";
import { dealRows, dealtOf } from "./deal.ts";
import { ensureLinks, type LinksByPlace, linkKey, readLinks } from "./ensure-links.ts";

/** The published version of a content. Throws `not-published` or `withdrawn` where readers see none. */
export async function publishedVersion(ctx: Scoped, contentId: ContentId): Promise<Version> {
  const { content, version } = await findPublished(ctx.scope, contentId);
  if (found(content, "content").publishedVersion === null) {
    throw new AppError(
      "not-published",
      "Publish this content first: variants belong to a version.",
    );
  }
  if (content?.withdrawnAt !== null) {
    throw new AppError("withdrawn", "This content was withdrawn. Publish it again to share it.");
  }
  return found(version, "version");
}

/** Which of a sender's links a variant carries, and the links that are at hand already. */
type Through = {
  channel?: string | undefined;
  links?: LinksByPlace | undefined;
};

/** The variants of senders, in their order, with what they lack: their wording and their link are made. */
export async function makeVariants(
  ctx: Scoped,
  version: Version,
  senders: readonly Sender[],
  { channel = defaultChannel, links }: Through = {},
) {
  const codebook = decodeCodebook(version.codebook);
  const dealt = await dealRows(ctx, version, codebook, senders);
  const made = links ?? (await ensureLinks(ctx, version.contentId, [channel], senders));
  return await render(ctx, version, codebook, senders, { channel, dealt, links: made });
}

/** The variants that senders have, in their order; null for one whose wording or link was not made yet. */
export async function readVariants(
  ctx: Scoped,
  version: Version,
  senders: readonly Sender[],
  channel: string = defaultChannel,
) {
  const [dealt, links] = await Promise.all([
    dealtOf(ctx, version, senders),
    readLinks(ctx, version.contentId, [channel], senders),
  ]);
  const codebook = decodeCodebook(version.codebook);
  return await render(ctx, version, codebook, senders, { channel, dealt, links });
}

type Given = {
  channel: string;
  dealt: ReadonlyMap<SenderId, Dealt>;
  links: LinksByPlace;
};

async function render(
  ctx: Scoped,
  version: Version,
  codebook: Codebook,
  senders: readonly Sender[],
  { channel, dealt, links }: Given,
) {
  const plan = JSON.parse(version.plan) as Plan;
  return await Promise.all(
    senders.map(async (sender) => {
      const own = dealt.get(sender.id);
      const row = own && codebook.rows[own.row];
      const link = links.get(linkKey(channel, sender.id));
      if (!own || !row || !link) return null;
      const url = linkUrl(ctx, link.code);
      const shown = { code: link.code, linkUrl: url, row: own.row, sender };
      const { caption, draft, slots } = renderVariant(plan, row, ownWords(sender));
      return {
        senderId: sender.id,
        version: version.version,
        caption,
        draft,
        slots: slots.map(({ slotId, option }) => ({ slotId, option })),
        images: await Promise.all(
          dealtImages(version, own).map(async (image) => ({
            id: image.id,
            ...(await ownImage(ctx, image, shown)),
            preview: await ownImage(ctx, image, shown, sizes.cover),
            thumbnail: await ownImage(ctx, image, shown, sizes.grid),
          })),
        ),
        link: { code: link.code, url },
        fold: lintFold(caption),
      };
    }),
  );
}
