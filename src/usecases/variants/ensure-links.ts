import type { ContentId, SenderId } from "../../domain/ids.ts";
import { targetOfContent } from "../../domain/ids.ts";
import { createContentLinks, findLinksOfSenders, type Link } from "../../storage/links.ts";
import { newCode } from "../../storage/new-id.ts";
import type { Sender } from "../../storage/senders.ts";
import type { Scoped } from "../context.ts";

/** Each sender's link to a content in a channel, made where it does not exist yet. */
export async function ensureLinks(
  { scope, now }: Scoped,
  contentId: ContentId,
  channel: string,
  senders: readonly Pick<Sender, "id">[],
): Promise<Map<SenderId, Link>> {
  const ids = senders.map(({ id }) => id);
  const target = targetOfContent(contentId);
  const existing = await findLinksOfSenders(scope, target, channel, ids);
  const wanted = ids
    .filter((id) => !existing.has(id))
    .map((senderId) => ({ code: newCode(scope.shard), senderId }));
  if (wanted.length === 0) return existing;
  await createContentLinks(scope, contentId, channel, wanted, now());
  return await findLinksOfSenders(scope, target, channel, ids);
}
