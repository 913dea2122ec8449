/** A sender's kit: what there is to share, in their own words, and who read what they shared. */

import type { ContentId } from "../../domain/ids.ts";
import { linkState } from "../../domain/landing.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import { listShared } from "../../storage/contents.ts";
import type { Sender } from "../../storage/senders.ts";
import { countReads, latestReads } from "../../storage/visit-queries.ts";
import { imageUrl, type Sized } from "../images/image-url.ts";
import { requireKit } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { qrSvg } from "../links/draw-qr.ts";
import { linkUrl } from "../links/link-view.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { ownLookUrl } from "../sessions/own-look.ts";
import { rfc3339 } from "../time.ts";
import { ensureLinks, linkKey } from "../variants/ensure-links.ts";
import { foldLimits } from "../variants/fold-limits.ts";
import { makeVariants, publishedVersion } from "../variants/make-variants.ts";
import { viewVisits } from "../visits/list-visits.ts";
import type { KitImage, KitItem, KitLink, KitReader, KitView } from "./kit-view.ts";

const shownContents = 50;
const shownReaders = 12;
/** One link each, so that a read tells where it came from. */
const channels = ["moments", "chat", "group"] as const;

/** The kit with one content open: the one asked for, else the newest. */
export async function showKit(kit: KitHolder, wanted?: ContentId): Promise<KitView> {
  requireKit(kit);
  const { scope, sender, workspace } = kit;
  const contents = await listShared(scope, shownContents);
  const content = contents.find(({ id }) => id === wanted) ?? contents[0];
  return {
    workspaceName: workspace.name,
    senderName: sender.name,
    avatarUrl: sender.portraitKey && (await imageUrl(kit, { mediaKey: sender.portraitKey })),
    entries: contents.map(({ id, title }) => ({ contentId: id, title })),
    current: content ? await viewItem(kit, content.id) : null,
    now: rfc3339(kit.now()),
    timeZone: workspace.timezone,
  };
}

/** All that there is to share of one content, and who read it. */
async function viewItem(kit: Scoped & { sender: Sender }, contentId: ContentId): Promise<KitItem> {
  const { scope, sender } = kit;
  const version = await publishedVersion(kit, contentId);
  const made = await ensureLinks(kit, contentId, [defaultChannel, ...channels], [sender]);
  const [variant] = await makeVariants(kit, version, [sender], {
    channel: defaultChannel,
    links: made,
  });
  const linkOf = (channel: string, shown: string | null): KitLink[] => {
    const link = made.get(linkKey(channel, sender.id));
    if (!link) return [];
    return [{ channel: shown, url: linkUrl(kit, link.code), state: linkState(link, kit.now()) }];
  };
  const mainLink = made.get(linkKey(defaultChannel, sender.id));
  const main = linkOf(defaultChannel, null);
  const filter = { contentId, senderId: sender.id };
  const [reads, counted] = await Promise.all([
    latestReads(scope, filter, shownReaders),
    countReads(scope, filter),
  ]);
  return {
    contentId,
    title: version.title,
    textLanguage: version.language,
    version: version.version,
    caption: variant?.caption ?? "",
    foldLimits,
    images: imagesOf(variant?.images ?? []),
    links: [...main, ...channels.flatMap((channel) => linkOf(channel, channel))],
    lookUrl: mainLink ? await ownLookUrl(kit, sender, mainLink.code) : null,
    qrSvg: qrSvg(main[0]?.url ?? ""),
    // One that is over and not yet in the sums is among these.
    reads: Math.max(counted.reads, reads.length + counted.unnamed),
    unnamed: counted.unnamed,
    readers: (await viewVisits(kit, reads, [version])).map(viewReader),
  };
}

/** A single picture fills the page's width, several stand in a grid. */
function imagesOf(
  images: readonly (Sized & { preview: Sized; thumbnail: Sized })[],
): readonly KitImage[] {
  return images.map(({ url, width, height, preview, thumbnail }) => {
    return { url, width, height, small: images.length === 1 ? preview : thumbnail };
  });
}

/** A read of somebody who agreed, as their sender may see it. */
function viewReader(visit: Awaited<ReturnType<typeof viewVisits>>[number]): KitReader {
  const longest = [...visit.sections].sort((a, b) => b.ms - a.ms)[0];
  return {
    name: visit.contact?.name ?? null,
    engagedMs: visit.engagedMs,
    at: visit.startedAt,
    topSection: longest?.heading || undefined,
  };
}
