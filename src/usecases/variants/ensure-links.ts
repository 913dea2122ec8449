import type { ContentId, SenderId } from "../../domain/ids.ts";
import { targetOfContent } from "../../domain/ids.ts";
import { createContentLinks, findLinksOfSenders, type Link } from "../../storage/links.ts";
import { newCode } from "../../storage/new-id.ts";
import type { Sender } from "../../storage/senders.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";

/** Links by channel and sender. */
export type LinksByPlace = ReadonlyMap<string, Link>;

export const linkKey = (channel: string, senderId: SenderId) => `${channel}\n${senderId}`;

/** Each sender's links to a content, one in each channel, made where they do not exist yet. */
export async function ensureLinks(
  ctx: Scoped,
  contentId: ContentId,
  channels: readonly string[],
  senders: readonly Pick<Sender, "id">[],
): Promise<LinksByPlace> {
  const { scope } = ctx;
  const distinct = [...new Set(channels)];
  const ids = senders.map(({ id }) => id);
  const read = async () => {
    const target = targetOfContent(contentId);
    const rows = await findLinksOfSenders(scope, target, distinct, ids);
    return new Map(rows.map((row) => [linkKey(row.channel, row.senderId), row]));
  };
  const existing = await read();
  const wanted = distinct
    .flatMap((channel) => ids.map((senderId) => ({ channel, senderId })))
    .filter(({ channel, senderId }) => !existing.has(linkKey(channel, senderId)))
    .map((place) => ({ ...place, code: newCode(scope.shard) }));
  if (wanted.length === 0) return existing;
  await keep(scope, [createContentLinks(scope, contentId, wanted, ctx.now())]);
  return await read();
}
