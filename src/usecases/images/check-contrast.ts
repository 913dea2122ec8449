import type { Component } from "../../domain/component.ts";
import { lookBelow } from "../../integrations/image-kernel.ts";
import type { Image } from "../../storage/images.ts";
import {
  type Below,
  belowOf,
  contrastOf,
  LEAST_QR_CONTRAST,
  LEAST_TEXT_CONTRAST,
} from "../../variation/image/index.ts";
import { AppError, found, invalidField } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";

/** Hidden by what lies over it, whatever it is. */
const unseen: Below = { dark: 255, light: 255 };

/**
 * Checks that text and codes stand out from their background, or from the picture where that shows
 * through. Throws `conflict` for such a one on an image that is not ready yet.
 */
export async function checkContrast(
  ctx: Scoped,
  image: Image,
  components: readonly Component[],
): Promise<void> {
  const below = await seenBelow(ctx, image, components);
  components.forEach((component, i) => {
    if (component.type === "avatar") return;
    const path = `components[${i}].color`;
    const { color, background } = component;
    const { ratio, isDarker } = contrastOf(
      color,
      background,
      belowOf(component, below.get(component) ?? unseen, components.slice(0, i)),
    );
    if (component.type === "qr" && !isDarker) {
      throw invalidField(path, "A QR code has to be darker than what lies below all of it.");
    }
    const least = component.type === "qr" ? LEAST_QR_CONTRAST : LEAST_TEXT_CONTRAST;
    if (ratio >= least) return;
    throw invalidField(
      path,
      `Its contrast with what lies below is ${ratio.toFixed(1)} : 1, where ${least} : 1 is needed. Choose another color, or a background that covers more.`,
    );
  });
}

/** What of the picture shows through, for each component through which any does. */
async function seenBelow(
  { media }: Scoped,
  image: Image,
  components: readonly Component[],
): Promise<Map<Component, Below>> {
  const open = components.filter(({ type, background }) => {
    const isHidden = background.shape !== "none" && background.opacity === 100;
    return type !== "avatar" && !isHidden;
  });
  if (open.length === 0) return new Map();
  if (image.status !== "ready") {
    const detail = "This image is not ready yet, so nobody can say what lies below. Wait for it.";
    throw new AppError("conflict", detail);
  }
  const { body } = found(await media.get(image.mediaKey), "image");
  const below = await lookBelow(body, open);
  return new Map(open.map((component, i) => [component, below[i] ?? unseen]));
}
