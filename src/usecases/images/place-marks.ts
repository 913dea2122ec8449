import { findContent, updateContent } from "../../storage/contents.ts";
import type { ContentId, ImageId } from "../../storage/ids.ts";
import { findImage, type Image, updateImage } from "../../storage/images.ts";
import type { LinePlace, QrPlace } from "../../storage/schema.ts";
import { batch } from "../../storage/scope.ts";
import { nextDraftVersion } from "../contents/draft-version.ts";
import type { Caller } from "../context.ts";
import { found, invalidField } from "../errors.ts";
import { type Change, defined } from "../patch.ts";
import { viewImage } from "./image-url.ts";

/** A QR code smaller than this does not scan from a re-compressed picture. */
const leastQrPixels = 96;

export type Marks = { qr: QrPlace | null; line: LinePlace | null };

/** Marks where on an image the sender's QR code and line go; null takes the mark away. */
export async function placeMarks(
  caller: Caller,
  contentId: ContentId,
  imageId: ImageId,
  marks: Change<Marks>,
) {
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const image = await imageOf(caller, contentId, imageId);
  checkPlace(image, marks.qr && { ...marks.qr, width: marks.qr.size, height: marks.qr.size }, "qr");
  checkPlace(image, marks.line, "line");
  if (marks.qr && marks.qr.size < leastQrPixels) {
    throw invalidField("qr.size", `A QR code needs ${leastQrPixels} pixels or more to scan.`);
  }
  const set = defined(marks);
  const now = caller.now();
  await batch(scope, [
    updateImage(scope, imageId, set),
    updateContent(scope, contentId, { draftVersion: nextDraftVersion(content), updatedAt: now }),
  ]);
  return await viewImage(caller, { ...image, ...set });
}

/** The image of that content, or a not-found error. */
export async function imageOf(
  { scope }: Caller,
  contentId: ContentId,
  imageId: ImageId,
): Promise<Image> {
  const image = await findImage(scope, imageId);
  return found(image?.contentId === contentId ? image : null, "image");
}

function checkPlace(image: Image, place: LinePlace | null | undefined, path: string): void {
  if (!place) return;
  const { x, y, width, height } = place;
  if (x + width > image.width || y + height > image.height) {
    const size = `${image.width} × ${image.height}`;
    throw invalidField(path, `The place reaches beyond the image, which has ${size} pixels.`);
  }
}
