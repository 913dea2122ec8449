import type { Link } from "../../storage/links.ts";
import type { Context } from "../context.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";

export function linkUrl(ctx: Context, code: string): string {
  return `${ctx.origin}/s/${code}`;
}

export function viewLink(ctx: Context, row: Link) {
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
    clicks: row.clicks,
    botClicks: row.botClicks,
    opens: row.opens,
    createdAt: rfc3339(row.createdAt),
  };
}
