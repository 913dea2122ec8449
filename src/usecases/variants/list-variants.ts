import type { ContentId } from "../../domain/ids.ts";
import { listSenders } from "../../storage/senders.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { makeVariants, publishedVersion } from "./make-variants.ts";

/**
 * The variants of all senders, paged by sender. One whom the text has no wording left for stands
 * there with `caption: null`, so that nobody is left out unseen.
 */
export async function listVariants(
  caller: Caller,
  contentId: ContentId,
  query: PageQuery & { channel?: string | undefined },
) {
  requireScope(caller, "read");
  const version = await publishedVersion(caller, contentId);
  const page = await viewPage(listSenders(caller.scope, query), (sender) => sender);
  const variants = await makeVariants(caller, version, page.items, { channel: query.channel });
  return {
    items: page.items.map(({ id, name, team }, index) => ({
      sender: { id, name, team },
      variant: variants[index] ?? null,
    })),
    nextCursor: page.nextCursor,
  };
}
