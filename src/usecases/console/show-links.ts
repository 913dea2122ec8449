import type { ContentId, LinkCode, SenderId } from "../../domain/ids.ts";
import { readTitles } from "../../storage/content-names.ts";
import { findSendersEver, type Sender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { getLink } from "../links/get-link.ts";
import { listLinks } from "../links/list-links.ts";
import { rfc3339 } from "../time.ts";

const perPage = 25;
/** What one query gives at most: what nobody scrolls through needs no pages. */
const atOnce = 200;
const mostPrinted = 500;

export type LinksView = Awaited<ReturnType<typeof showLinks>>;
export type LinkLine = LinksView["links"][number];

/** Links with the names of what and whom they belong to, the newest first. */
export async function showLinks(
  caller: Caller,
  query: {
    contentId?: ContentId | undefined;
    senderId?: SenderId | undefined;
    cursor?: string | undefined;
    isFile?: boolean;
  },
) {
  requireScope(caller, "read", "own-team");
  const { isFile = false, ...which } = query;
  const limit = isFile ? atOnce : perPage;
  const { items, nextCursor } = await listLinks(caller, { limit, ...which });
  return {
    timezone: caller.workspace.timezone,
    now: rfc3339(caller.now()),
    nextCursor,
    links: await named(caller, items),
  };
}

/** All links of a post, or of all, that can be opened, the newest first; as many as anybody would print. */
export async function everyLink(
  caller: Caller,
  { contentId, channel }: { contentId?: ContentId | undefined; channel?: string | undefined },
): Promise<LinkLine[]> {
  requireScope(caller, "read", "own-team");
  const all: LinkLine[] = [];
  let cursor: string | undefined;
  do {
    const { links, nextCursor } = await showLinks(caller, { contentId, cursor, isFile: true });
    all.push(...links.filter((link) => channel === undefined || link.channel === channel));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && all.length < mostPrinted);
  return all.filter(({ paused }) => !paused);
}

/** One link with the names of what and whom it belongs to. */
export async function showLink(caller: Caller, code: LinkCode): Promise<LinkLine> {
  requireScope(caller, "read", "own-team");
  const [link] = await named(caller, [await getLink(caller, code)]);
  return found(link, "link");
}

const holderOf = (sender: Sender | undefined) =>
  (sender?.deletedAt ? sender.handedTo : sender?.id) ?? null;

/** Links beside the names of their post and their sender. */
async function named(
  { scope }: Pick<Caller, "scope">,
  items: Awaited<ReturnType<typeof listLinks>>["items"],
) {
  const [titles, senders] = await Promise.all([
    readTitles(
      scope,
      items.flatMap(({ contentId }) => contentId ?? []),
      "all",
    ),
    findSendersEver(
      scope,
      items.map(({ senderId }) => senderId),
    ),
  ]);
  const rows = new Map(senders.map((sender) => [sender.id, sender]));
  return items.map((link) => ({
    ...link,
    title: (link.contentId && titles.get(link.contentId)) || link.targetUrl || "",
    sender: rows.get(link.senderId)?.name ?? "",
    /** Whoever it was has left; the link goes on. */
    hasLeft: Boolean(rows.get(link.senderId)?.deletedAt),
    /** Whose it is now: null where nobody took over. */
    holder: holderOf(rows.get(link.senderId)),
  }));
}
