import type { LinePlace, QrPlace } from "../../domain/content.ts";
import { nextDraftVersion } from "../../domain/content.ts";
import type { ContentId, ImageId } from "../../domain/ids.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { findImage, type Image, updateImage } from "../../storage/images.ts";
import { leastQrSize } from "../../variation/image/index.ts";
import { found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { linkUrl } from "../links/link-view.ts";
import { type Change, defined } from "../patch.ts";
import { viewImage } from "./image-url.ts";

/** Characters of a link's code. */
const codeLength = 8;

export type Marks = { qr: QrPlace | null; line: LinePlace | null };

/** Marks where on an image the sender's QR code and line go; null takes the mark away. */
export async function placeMarks(
  caller: Caller,
  contentId: ContentId,
  imageId: ImageId,
  marks: Change<Marks>,
) {
  requireScope(caller, "write");
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const image = await imageOf(caller, contentId, imageId);
  checkPlace(image, marks.qr && { ...marks.qr, width: marks.qr.size, height: marks.qr.size }, "qr");
  checkPlace(image, marks.line, "line");
  if (marks.qr) checkQrSize(caller, image, marks.qr);
  const set = defined(marks);
  checkApart({ ...image, ...set });
  const now = caller.now();
  const draft = { draftVersion: nextDraftVersion(content), updatedAt: now };
  return await write(caller, {
    statements: [updateImage(scope, imageId, set), updateContent(scope, contentId, draft)],
    outcome: "done",
    answer: await viewImage(caller, { ...image, ...set }),
    audit: { verb: "image.mark", subject: imageId },
  });
}

/** The image of that content, or a not-found error. */
export async function imageOf(
  { scope }: Scoped,
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

/** A code must still scan after a messenger has shrunk and compressed the picture. */
function checkQrSize(ctx: Scoped, { width, height }: Image, { size }: QrPlace): void {
  const least = leastQrSize(linkUrl(ctx, "a".repeat(codeLength)), width, height);
  if (size >= least) return;
  throw invalidField("qr.size", `On this image a QR code needs ${least} pixels or more to scan.`);
}

function checkApart({ qr, line }: Marks): void {
  if (!qr || !line) return;
  const apartAcross = qr.x + qr.size <= line.x || line.x + line.width <= qr.x;
  const apartDown = qr.y + qr.size <= line.y || line.y + line.height <= qr.y;
  if (apartAcross || apartDown) return;
  throw invalidField("line", "The line's place overlaps the QR code's. Move one of them.");
}
