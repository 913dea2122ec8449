import type { ContentId, ImageId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewImage } from "./image-url.ts";
import { imageOf } from "./place-components.ts";

/** An image of a content's draft: whether it is ready, and where it is served. */
export async function showImage(caller: Caller, contentId: ContentId, imageId: ImageId) {
  requireScope(caller, "read", "own-team");
  const content = found(await findContent(caller.scope, contentId), "content");
  return await viewImage(caller, await imageOf(caller, contentId, imageId), content);
}
