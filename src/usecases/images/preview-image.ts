import type { ContentId, ImageId, SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { linkUrl } from "../links/link-view.ts";
import { ownImage } from "./image-url.ts";
import { imageOf } from "./place-components.ts";

/** As long as a link's code, and never one: no code has a zero. */
const sampleCode = "00000000";

/**
 * A draft's image as a sender will get it, before anything is published: their words, and a code of the
 * length theirs will have, which leads nowhere.
 */
export async function previewImage(
  ctx: Scoped,
  contentId: ContentId,
  imageId: ImageId,
  senderId: SenderId,
) {
  requireScope(ctx, "read");
  const image = await imageOf(ctx, contentId, imageId);
  const sender = found(await findSender(ctx.scope, senderId), "sender");
  const own = { code: "", linkUrl: linkUrl(ctx, sampleCode), row: -1, sender };
  return await ownImage(ctx, image, own);
}
