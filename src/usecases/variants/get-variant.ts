import type { ContentId, SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { publishedVersion, readVariants } from "./make-variants.ts";

/** One sender's variant as it was made; makes nothing. Throws `not-dealt` where it was not made yet. */
export async function getVariant(
  caller: Caller,
  contentId: ContentId,
  senderId: SenderId,
  channel?: string,
) {
  requireScope(caller, "read");
  const sender = found(await findSender(caller.scope, senderId), "sender");
  const version = await publishedVersion(caller, contentId);
  const [variant] = await readVariants(caller, version, [sender], channel);
  if (variant) return variant;
  throw new AppError(
    "not-dealt",
    "This sender has no wording or no link in this channel yet. POST to the same address makes it.",
  );
}
