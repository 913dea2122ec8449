import type { Background, Color, Component } from "../../../domain/component.ts";
import type { Below } from "../vary/look-below.ts";
import type { PixelRectangle } from "../vary/rectangle.ts";
import { rgbOf } from "./layer.ts";

/** The least contrast of text with what lies below it (WCAG 2.2, 1.4.3, for large text). */
export const LEAST_TEXT_CONTRAST = 3;
/** The least contrast of a code's modules with their ground: scanners binarise by brightness. */
export const LEAST_QR_CONTRAST = 4;

/**
 * The least contrast of a colour with its background over what lies below, 1 to 21 (WCAG 2.2, "contrast
 * ratio"); and whether it is darker than all of it.
 */
export function contrastOf(
  color: Color,
  { shape, color: ground, opacity }: Background,
  { dark, light }: Below,
): { ratio: number; isDarker: boolean } {
  const share = shape === "none" ? 0 : opacity / 100;
  const grounds = [dark, light].map((gray) => {
    const mixed = rgbOf(ground).map((value) => value * share + gray * (1 - share));
    return luminance(mixed);
  });
  const ink = luminance(rgbOf(color));
  const ratios = grounds.map((one) => (Math.max(one, ink) + 0.05) / (Math.min(one, ink) + 0.05));
  const isOnOneSide = grounds.every((one) => one > ink) || grounds.every((one) => one < ink);
  return {
    ratio: isOnOneSide ? Math.min(...ratios) : 1,
    isDarker: grounds.every((one) => one > ink),
  };
}

/**
 * What lies below a component once those before it in the list are drawn, the lowest first: their
 * backgrounds hide or tint the picture, where they cover the place, and both are seen where one covers only
 * part of it or is not drawn for everybody.
 *
 * @param picture what of the picture lies in the place.
 */
export function belowOf(place: PixelRectangle, picture: Below, lower: readonly Component[]): Below {
  return lower.reduce((below, one) => {
    const { background } = one;
    if (background.shape === "none" || !overlap(one, place)) return below;
    const tinted = { dark: over(background, below.dark), light: over(background, below.light) };
    if (covers(one, place) && isAlwaysDrawn(one)) return tinted;
    const { min, max } = Math;
    return { dark: min(below.dark, tinted.dark), light: max(below.light, tinted.light) };
  }, picture);
}

/** The brightness of a background over a gray. */
function over({ color, opacity }: Background, gray: number): number {
  const [r, g, b] = rgbOf(color);
  const brightness = 0.299 * r + 0.587 * g + 0.114 * b;
  return (brightness * opacity + gray * (100 - opacity)) / 100;
}

/** A text of fields alone may be empty for a sender, a portrait may not be there: then nothing is drawn. */
function isAlwaysDrawn(component: Component): boolean {
  if (component.type === "text")
    return /[\p{L}\p{N}]/u.test(component.text.replace(/\{\w+\}/g, ""));
  return component.type === "qr";
}

function overlap(a: PixelRectangle, b: PixelRectangle): boolean {
  const isAcross = a.x < b.x + b.width && b.x < a.x + a.width;
  return isAcross && a.y < b.y + b.height && b.y < a.y + a.height;
}

function covers(a: PixelRectangle, b: PixelRectangle): boolean {
  const isAcross = a.x <= b.x && b.x + b.width <= a.x + a.width;
  return isAcross && a.y <= b.y && b.y + b.height <= a.y + a.height;
}

function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
