/** A sender's kit: what there is to share, in their own words, and who read what they shared. */
import type { ContentId } from "../../domain/ids.ts";
import { listShared } from "../../storage/contents.ts";
import { countReads, latestReads } from "../../storage/visit-queries.ts";
import { readWorkspace } from "../../storage/workspaces.ts";
import type { Context } from "../context.ts";
import { qrSvg } from "../links/draw-qr.ts";
import { linkUrl } from "../links/link-view.ts";
import { ensureLinks } from "../variants/ensure-links.ts";
import { makeVariants, publishedVersion } from "../variants/make-variants.ts";
import { viewVisits } from "../visits/list-visits.ts";
import type { KitHolder } from "./kit-token.ts";

const shownContents = 50;
const shownReaders = 12;
/** One link each, so that a read tells where it came from. */
const channels = ["moments", "chat", "group"] as const;

/** The kit with one content open: the one asked for, else the newest. */
export async function showKit(ctx: Context, { scope, sender }: KitHolder, wanted?: ContentId) {
  const scoped = { ...ctx, scope };
  const workspace = await readWorkspace(scope);
  const contents = await listShared(scope, shownContents);
  const content = contents.find(({ id }) => id === wanted) ?? contents[0];
  const entries = contents.map(({ id, title }) => ({ contentId: id, title }));
  if (!content) return { workspace, sender, entries, current: null };

  const version = await publishedVersion(scoped, content.id);
  const [variant] = await makeVariants(scoped, version, [sender]);
  const links = await Promise.all(
    channels.map(async (channel) => {
      const link = (await ensureLinks(scoped, content.id, channel, [sender])).get(sender.id);
      return { channel, url: linkUrl(ctx, link?.code ?? "") };
    }),
  );
  const filter = { contentId: content.id, senderId: sender.id };
  const reads = await latestReads(scope, filter, shownReaders);
  const current = {
    content,
    version,
    variant: variant ?? null,
    links: variant ? [{ channel: null, url: variant.link.url }, ...links] : links,
    qrSvg: qrSvg(variant?.link.url ?? links[0]?.url ?? ctx.origin),
    reads: await countReads(scope, filter),
    readers: (await viewVisits(scoped, reads)).map(viewReader),
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
