/** A sender's kit: what there is to share, in their own words, and who read what they shared. */

import type { ContentId } from "../../domain/ids.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import { listShared } from "../../storage/contents.ts";
import { latestReads } from "../../storage/visit-queries.ts";
import { requireKit } from "../kernel/actor.ts";
import { qrSvg } from "../links/draw-qr.ts";
import { linkUrl } from "../links/link-view.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { ensureLinks, linkKey } from "../variants/ensure-links.ts";
import { makeVariants, publishedVersion } from "../variants/make-variants.ts";
import { viewVisits } from "../visits/list-visits.ts";

const shownContents = 50;
const shownReaders = 12;
/** One link each, so that a read tells where it came from. */
const channels = ["moments", "chat", "group"] as const;

/** The kit with one content open: the one asked for, else the newest. */
export async function showKit(kit: KitHolder, wanted?: ContentId) {
  requireKit(kit);
  const { scope, sender, workspace } = kit;
  const contents = await listShared(scope, shownContents);
  const content = contents.find(({ id }) => id === wanted) ?? contents[0];
  const entries = contents.map(({ id, title }) => ({ contentId: id, title }));
  if (!content) return { workspace, sender, entries, current: null };

  const version = await publishedVersion(kit, content.id);
  const made = await ensureLinks(kit, content.id, [defaultChannel, ...channels], [sender]);
  const urlOf = (channel: string) =>
    linkUrl(kit, made.get(linkKey(channel, sender.id))?.code ?? "");
  const [variant] = await makeVariants(kit, version, [sender], {
    channel: defaultChannel,
    links: made,
  });
  const links = channels.map((channel) => ({ channel, url: urlOf(channel) }));
  const filter = { contentId: content.id, senderId: sender.id };
  const { reads, total } = await latestReads(scope, filter, shownReaders);
  const current = {
    content,
    version,
    variant: variant ?? null,
    links: variant ? [{ channel: null, url: variant.link.url }, ...links] : links,
    qrSvg: qrSvg(variant?.link.url ?? urlOf(defaultChannel)),
    reads: total,
    readers: (await viewVisits(kit, reads, [version])).map(viewReader),
  };
  return { workspace, sender, entries, current };
}

/** A read as its sender may see it: nothing but a time and a length below the first rung. */
function viewReader(visit: Awaited<ReturnType<typeof viewVisits>>[number]) {
  const longest = [...visit.sections].sort((a, b) => b.ms - a.ms)[0];
  return {
    name: visit.contact?.name ?? null,
    engagedMs: visit.engagedMs,
    at: visit.startedAt,
    topSection: visit.rung === "aggregate" ? undefined : longest?.heading || undefined,
  };
}
