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
  const version = await publishedVersion(caller, contentId);
  const page = await viewPage(
    listSenders(caller.scope, query, ownTeam(caller) ?? undefined),
    (sender) => sender,
  );
  const variants = await readVariants(caller, version, page.items, query.channel);
  return {
    items: page.items.map(({ id, name, team }, index) => ({
      sender: { id, name, team },
      variant: variants[index] ?? null,
    })),
    nextCursor: page.nextCursor,
  };
}
