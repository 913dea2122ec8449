/** What senders get for a content's published version: their caption, images and link. */

import type { ContentId, SenderId } from "../../domain/ids.ts";
import type { Dealt } from "../../domain/landing.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import { ownLinesOf } from "../../storage/own-lines.ts";
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
  /** Without the line of the sender's own, which the kit shows in a field of its own. */
  withoutLine?: boolean;
};

/** The variants of senders, in their order, with what they lack: their wording and their link are made. */
export async function makeVariants(
  ctx: Scoped,
  version: Version,
  senders: readonly Sender[],
  { channel = defaultChannel, links, withoutLine = false }: Through = {},
) {
  const codebook = decodeCodebook(version.codebook);
  const [dealt, lines] = await Promise.all([
    dealRows(ctx, version, codebook, senders),
    withoutLine ? new Map() : linesOf(ctx, version, senders),
  ]);
  const made = links ?? (await ensureLinks(ctx, version.contentId, [channel], senders));
  return await render(ctx, version, codebook, senders, { channel, dealt, links: made, lines });
}

/** The variants that senders have, in their order; null for one whose wording or link was not made yet. */
export async function readVariants(
  ctx: Scoped,
  version: Version,
  senders: readonly Sender[],
  channel: string = defaultChannel,
) {
  const [dealt, links, lines] = await Promise.all([
    dealtOf(ctx, version, senders),
    readLinks(ctx, version.contentId, [channel], senders),
    linesOf(ctx, version, senders),
  ]);
  const codebook = decodeCodebook(version.codebook);
  return await render(ctx, version, codebook, senders, { channel, dealt, links, lines });
}

/** The lines of the senders' own for the content. */
async function linesOf(
  { scope }: Scoped,
  { contentId }: Version,
  senders: readonly Sender[],
): Promise<Map<SenderId, string>> {
  const ids = senders.map(({ id }) => id);
  const rows = await ownLinesOf(scope, contentId, ids);
  return new Map(rows.flatMap(({ senderId, line }) => (line ? [[senderId, line]] : [])));
}

type Given = {
  channel: string;
  dealt: ReadonlyMap<SenderId, Dealt>;
  links: LinksByPlace;
  lines: ReadonlyMap<SenderId, string>;
};

async function render(
  ctx: Scoped,
  version: Version,
  codebook: Codebook,
  senders: readonly Sender[],
  { channel, dealt, links, lines }: Given,
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
      const line = lines.get(sender.id);
      const personal = { ...ownWords(sender), ...(line === undefined ? {} : { line }) };
      const { caption, draft, slots } = renderVariant(plan, row, personal);
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
