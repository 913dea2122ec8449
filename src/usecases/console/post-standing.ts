import type { ContentId } from "../../domain/ids.ts";
import { type ContentSummary, findContent } from "../../storage/contents.ts";
import { contentStatus } from "../contents/content-view.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { rfc3339OrNull } from "../time.ts";

export type PostStanding = ReturnType<typeof standingOf>;

/** Where a post stands, as every page of it says at its head. */
export async function postStanding(caller: Caller, id: ContentId): Promise<PostStanding> {
  requireScope(caller, "read", "own-team");
  return standingOf(found(await findContent(caller.scope, id), "content"));
}

/** The same of a content that is at hand. */
export function standingOf(row: ContentSummary) {
  return {
    /** A tag, of what it says. */
    language: row.language,
    status: contentStatus(row),
    /** Something was changed since it was published. */
    isAhead: row.publishedVersion !== null && row.draftVersion > row.publishedVersion,
    /** When the version that waits goes out; null where none does. */
    waitsUntil: rfc3339OrNull(row.waiting?.at ?? null),
  };
}
