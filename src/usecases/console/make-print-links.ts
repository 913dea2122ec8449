import type { ContentId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { createLinks } from "../links/create-links.ts";
import { allSenders } from "./show-people.ts";

/** As many as one call makes. */
const atOnce = 200;

/** Gives everybody a link of a published post to print; who has one keeps it. Throws `not-published`. */
export async function makePrintLinks(caller: Caller, contentId: ContentId): Promise<void> {
  requireScope(caller, "write");
  const content = found(await findContent(caller.scope, contentId), "content");
  if (content.publishedVersion === null || content.withdrawnAt !== null) {
    throw new AppError("not-published", "This content is not published. Publish it first.");
  }
  const people = await allSenders(caller, undefined);
  const wanted = people.map(({ id: senderId }) => ({ contentId, senderId, channel: "print" }));
  for (let from = 0; from < wanted.length; from += atOnce) {
    await createLinks(caller, wanted.slice(from, from + atOnce));
  }
}
