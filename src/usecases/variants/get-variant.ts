import type { ContentId, SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { makeVariants, publishedVersion } from "./make-variants.ts";

/** One sender's variant. Throws `text-exhausted` where every wording has been handed out. */
export async function getVariant(
  caller: Caller,
  contentId: ContentId,
  senderId: SenderId,
  channel?: string,
) {
  requireScope(caller, "read");
  const sender = found(await findSender(caller.scope, senderId), "sender");
  const version = await publishedVersion(caller, contentId);
  const [variant] = await makeVariants(caller, version, [sender], { channel });
  if (!variant) {
    throw new AppError(
      "text-exhausted",
      "Every wording of this version has been handed out. Add wordings (see capacity) and publish again.",
    );
  }
  return variant;
}
