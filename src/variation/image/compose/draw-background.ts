import type { Background } from "../../../domain/component.ts";
import type { PixelRectangle } from "../vary/rectangle.ts";
import { rounded } from "./coverage.ts";
import { type Layer, rgbOf, yccOf } from "./layer.ts";

/** The radius of rounded corners, of the shorter side. */
const ROUNDING = 0.16;

/** What lies between a component and the picture; nothing where it is not to be seen. */
export function drawBackground(
  { shape, color, opacity }: Background,
  place: PixelRectangle,
): Layer[] {
  const most = Math.round((255 * opacity) / 100);
  if (shape === "none" || most === 0) return [];
  const ink = yccOf(rgbOf(color));
  if (shape === "plain") return [{ place, coverage: most, ink }];
  const radius = Math.min(place.width, place.height) * ROUNDING;
  return [{ place, coverage: rounded(radius, most), ink }];
}
