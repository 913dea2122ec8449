import type { Component, TextComponent } from "../../domain/component.ts";
import {
  leastPortrait,
  leastQrSize,
  leastTextHeight,
  leastTextSize,
  templateFields,
  unknownFields,
} from "../../variation/image/index.ts";
import { invalidField } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { linkUrl } from "../links/link-view.ts";

/** Characters of a link's code. */
const codeLength = 8;
/** Together, components may take so many pixels: each is drawn in memory for each sender. */
const mostPixels = 6_000_000;

type Size = { readonly width: number; readonly height: number };

/**
 * Checks what components say of themselves. Each must be large enough still to be read when a messenger
 * has shrunk the picture to 720 pixels and compressed it at quality 70.
 *
 * @param only the name by which the caller knows the one component, where there are no others.
 */
export function checkPlaces(
  ctx: Scoped,
  image: Size,
  components: readonly Component[],
  only?: string,
): void {
  components.forEach((component, i) => {
    const path = only ?? `components[${i}]`;
    checkInside(image, component, path);
    if (component.type === "qr") checkQr(ctx, image, component, path);
    if (component.type === "text") checkText(image, component, path);
    if (component.type === "avatar") {
      const least = leastPortrait(image.width, image.height);
      const side = Math.min(component.width, component.height);
      if (side < least) {
        throw invalidField(
          path,
          `On this image a portrait needs ${least} pixels or more; it has ${side}.`,
        );
      }
    }
    for (const above of components.slice(i + 1)) {
      if (component.type === "qr" && overlap(component, above)) {
        throw invalidField(path, "A later component lies over the QR code. Move one of them.");
      }
    }
  });
  const pixels = components.reduce((sum, { width, height }) => sum + width * height, 0);
  if (pixels > mostPixels) {
    const detail = `Together the components have ${pixels} pixels; ${mostPixels} are the most.`;
    throw invalidField(only ?? "components", detail);
  }
}

function checkInside(image: Size, { x, y, width, height }: Component, path: string): void {
  if (x + width <= image.width && y + height <= image.height) return;
  const size = `${image.width} × ${image.height}`;
  throw invalidField(path, `The place reaches beyond the image, which has ${size} pixels.`);
}

/** A code must still scan. */
function checkQr(ctx: Scoped, image: Size, place: Size, path: string): void {
  const least = leastQrSize(linkUrl(ctx, "a".repeat(codeLength)), image.width, image.height);
  const size = Math.min(place.width, place.height);
  if (size >= least) return;
  const field = path === "qr" ? "qr.size" : path;
  throw invalidField(
    field,
    `On this image a QR code needs ${least} pixels or more to scan; it has ${size}.`,
  );
}

function checkText(image: Size, text: TextComponent, path: string): void {
  const [unknown] = unknownFields(text.text);
  if (unknown !== undefined) {
    const known = templateFields.map((field) => `{${field}}`).join(", ");
    throw invalidField(`${path}.text`, `Names in braces may be ${known}.`);
  }
  const least = leastTextSize(image.width, image.height);
  if (text.least < least) {
    const detail = `On this image letters need ${least} pixels or more to be read; least says ${text.least}.`;
    throw invalidField(`${path}.least`, detail);
  }
  if (text.most < text.least) {
    throw invalidField(`${path}.most`, "The most may not be less than the least.");
  }
  const high = leastTextHeight(image.width, image.height);
  if (text.height < high) {
    const detail = `On this image a line of text needs a place ${high} pixels high or more; it has ${text.height}.`;
    throw invalidField(`${path}.height`, detail);
  }
}

type Place = Size & { readonly x: number; readonly y: number };

function overlap(a: Place, b: Place): boolean {
  const isAcross = a.x < b.x + b.width && b.x < a.x + a.width;
  return isAcross && a.y < b.y + b.height && b.y < a.y + a.height;
}
