import type { Link } from "../../storage/links.ts";
import { shownCounts } from "../../tracking/rungs.ts";
import type { Scoped } from "../kernel/context.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";

/** The address of a link: what is shared, so at the workspace's own host. */
export function linkUrl({ shareOrigin }: Pick<Scoped, "shareOrigin">, code: string): string {
  return `${shareOrigin}/s/${code}`;
}

export function viewLink(ctx: Scoped, row: Link) {
  return {
    code: row.code,
    url: linkUrl(ctx, row.code),
    qrUrl: `${ctx.origin}/v1/links/${row.code}/qr.svg`,
    contentId: row.contentId,
    targetUrl: row.url,
    senderId: row.senderId,
    channel: row.channel,
    contactId: row.contactId,
    expiresAt: rfc3339OrNull(row.expiresAt),
    maxClicks: row.maxClicks,
    paused: row.paused,
    ...shownCounts(row),
    createdAt: rfc3339(row.createdAt),
  };
}
