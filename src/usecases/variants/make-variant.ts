import type { ContentId, SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import { AppError, found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { makeVariants, publishedVersion } from "./make-variants.ts";

/** One sender's variant; what it lacks, a wording or a link in that channel, is made. */
export async function makeVariant(
  caller: Caller,
  contentId: ContentId,
  senderId: SenderId,
  channel?: string,
) {
  requireScope(caller, "write");
  const sender = found(await findSender(caller.scope, senderId), "sender");
  const version = await publishedVersion(caller, contentId);
  const [variant] = await makeVariants(caller, version, [sender], { channel });
  if (!variant) throw new AppError("unavailable", "The variant could not be made. Try again.");
  return await write(caller, {
    statements: [],
    outcome: "done",
    answer: variant,
    audit: { verb: "variant.make", subject: senderId },
  });
}
