import type { ContentId } from "../../domain/ids.ts";
import { listSenders } from "../../storage/senders.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { publishedVersion, readVariants } from "./make-variants.ts";

/**
 * The variants of all senders, paged by sender; makes nothing. One whose wording or link in that channel
 * was not made yet stands there with `variant: null`, so that nobody is left out unseen.
 */
export async function listVariants(
  caller: Caller,
  contentId: ContentId,
  query: PageQuery & { channel?: string | undefined },
) {
  requireScope(caller, "read", "own-team");
  const { items, nextCursor } = await pageVariants(caller, contentId, query);
  return {
    items: items.map(({ sender: { id, name, team }, variant }) => ({
      sender: { id, name, team },
      variant,
    })),
    nextCursor,
  };
}

/** The same with all that is known of the senders. */
export async function pageVariants(
  caller: Caller,
  contentId: ContentId,
  query: PageQuery & { channel?: string | undefined },
) {
  requireScope(caller, "read", "own-team");
  const version = await publishedVersion(caller, contentId);
  const page = await viewPage(
    listSenders(caller.scope, query, ownTeam(caller) ?? undefined),
    (sender) => sender,
  );
  const variants = await readVariants(caller, version, page.items, query.channel);
  return {
    items: page.items.map((sender, index) => ({ sender, variant: variants[index] ?? null })),
    nextCursor: page.nextCursor,
  };
}
