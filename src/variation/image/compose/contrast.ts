import type { Background, Color } from "../../../domain/component.ts";
import type { Below } from "../vary/look-below.ts";
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

function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
