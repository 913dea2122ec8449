import type { LinePlace, QrPlace } from "../../domain/content.ts";
import { nextDraft } from "../../domain/content.ts";
import type { ContentId, ImageId } from "../../domain/ids.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { findImage, type Image, updateImage } from "../../storage/images.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { type Change, defined } from "../patch.ts";
import { checkContrast } from "./check-contrast.ts";
import { checkPlaces } from "./check-places.ts";
import { completed, type GivenComponent } from "./complete.ts";
import { viewImage } from "./image-url.ts";
import { type Marks, qrOf } from "./marks.ts";
import { undrawnSenders } from "./undrawn-senders.ts";

/** Either the whole block, or the two marks that were there before it; null takes one away. */
export type Placing = Change<Marks> & { components?: readonly GivenComponent[] | null | undefined };

/**
 * Says what of a sender is drawn where on an image, and of which senders that cannot be drawn. Throws
 * `invalid` for a component that is too small to be read after a messenger's compression, lies beyond
 * the image or over a code, names an unknown field, or cannot be told from what lies below it; and
 * `conflict` for marks on an image that has components.
 */
export async function placeComponents(
  caller: Caller,
  contentId: ContentId,
  imageId: ImageId,
  placing: Placing,
) {
  requireScope(caller, "write");
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const image = await imageOf(caller, contentId, imageId);
  const set = await changeOf(caller, image, placing);
  const changed = { ...image, ...set };
  const draft = nextDraft(content, caller.now());
  const isChange = Object.keys(set).length > 0;
  return await write(caller, {
    statements: isChange
      ? [updateImage(scope, imageId, set), updateContent(scope, contentId, draft)]
      : [],
    outcome: "done",
    answer: {
      ...(await viewImage(caller, changed, content)),
      undrawn: await undrawnSenders(caller, [changed]),
    },
    audit: isChange ? { verb: "image.mark", subject: imageId } : null,
  });
}

async function changeOf(
  caller: Caller,
  image: Image,
  { components: given, ...marks }: Placing,
): Promise<Partial<Image>> {
  if (given === undefined) return markedBy(caller, image, marks);
  if (given === null) return { components: null };
  const components = given.map((one) => completed(image, one));
  checkPlaces(caller, image, components);
  await checkContrast(caller, image, components);
  return { components, qr: null, line: null };
}

/** Marks go on being placed as before there were components. */
function markedBy(caller: Caller, image: Image, marks: Change<Marks>): Partial<Image> {
  const set = defined(marks);
  if (image.components && Object.keys(set).length > 0) {
    const detail = "This image has components. Change those, or set components to null first.";
    throw new AppError("conflict", detail);
  }
  const { qr, line } = marks;
  if (qr) checkPlaces(caller, image, [qrOf(qr)], "qr");
  if (line && (line.x + line.width > image.width || line.y + line.height > image.height)) {
    const size = `${image.width} × ${image.height}`;
    throw invalidField("line", `The place reaches beyond the image, which has ${size} pixels.`);
  }
  checkApart({ qr: image.qr, line: image.line, ...set });
  return set;
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

function checkApart({ qr, line }: { qr: QrPlace | null; line: LinePlace | null }): void {
  if (!qr || !line) return;
  const apartAcross = qr.x + qr.size <= line.x || line.x + line.width <= qr.x;
  const apartDown = qr.y + qr.size <= line.y || line.y + line.height <= qr.y;
  if (apartAcross || apartDown) return;
  throw invalidField("line", "The line's place overlaps the QR code's. Move one of them.");
}
