import type { ContentId, SenderId } from "../../domain/ids.ts";
import { targetOfContent } from "../../domain/ids.ts";
import { createContentLinks, findLinksOfSenders, type Link } from "../../storage/links.ts";
import { newCode } from "../../storage/new-id.ts";
import type { Statement } from "../../storage/scope.ts";
import type { Sender } from "../../storage/senders.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";

/** Links by channel and sender. */
export type LinksByPlace = ReadonlyMap<string, Link>;

export const linkKey = (channel: string, senderId: SenderId) => `${channel}\n${senderId}`;

/** Each sender's links to a content, in each channel where there is one. */
export async function readLinks(
  { scope }: Scoped,
  contentId: ContentId,
  channels: readonly string[],
  senders: readonly Pick<Sender, "id">[],
): Promise<LinksByPlace> {
  const ids = senders.map(({ id }) => id);
  const rows = await findLinksOfSenders(scope, targetOfContent(contentId), channels, ids);
  return new Map(rows.map((row) => [linkKey(row.channel, row.senderId), row]));
}

/** The same, one in each channel, made where they do not exist yet. */
export async function ensureLinks(
  ctx: Scoped,
  contentId: ContentId,
  channels: readonly string[],
  senders: readonly Pick<Sender, "id">[],
): Promise<LinksByPlace> {
  const existing = await readLinks(ctx, contentId, channels, senders);
  const missing = [...new Set(channels)].flatMap((channel) =>
    senders
      .filter(({ id }) => !existing.has(linkKey(channel, id)))
      .map(({ id: senderId }) => ({ channel, senderId })),
  );
  if (missing.length === 0) return existing;
  await keep(ctx.scope, [newLinks(ctx, contentId, missing)]);
  return await readLinks(ctx, contentId, channels, senders);
}

/** Statement: makes links; one that somebody made in the meantime is left as it is. */
export function newLinks(
  { scope, now }: Scoped,
  contentId: ContentId,
  places: readonly { channel: string; senderId: SenderId }[],
): Statement {
  const wanted = places.map((place) => ({ ...place, code: newCode(scope.shard) }));
  return createContentLinks(scope, contentId, wanted, now());
}
