import type { ContentId, ImageId } from "../../domain/ids.ts";
import type { Caller } from "../context.ts";
import { viewImage } from "./image-url.ts";
import { imageOf } from "./place-marks.ts";

/** An image of a content's draft: whether it is ready, and where it is served. */
export async function showImage(caller: Caller, contentId: ContentId, imageId: ImageId) {
  return await viewImage(caller, await imageOf(caller, contentId, imageId));
}
