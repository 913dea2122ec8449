import type { PixelRectangle } from "../vary/rectangle.ts";
import type { LayerCoverage } from "./coverage.ts";

/** Brightness and its two colour differences (JFIF 1.02, page 3), 0 to 255 each. */
export type Ycc = readonly [y: number, cb: number, cr: number];

/** Something that is drawn over a picture. */
export type Layer = {
  /** In whole pixels. */
  readonly place: PixelRectangle;
  readonly coverage: LayerCoverage;
  /** One colour, or three bytes for each pixel. */
  readonly ink: Ycc | Uint8Array;
};

/** "#rrggbb" as red, green and blue. */
export function rgbOf(color: string): [r: number, g: number, b: number] {
  const number = Number.parseInt(color.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

export function yccOf([r, g, b]: readonly [number, number, number]): Ycc {
  return [
    (19595 * r + 38470 * g + 7471 * b + 32768) >> 16,
    128 + ((-11058 * r - 21710 * g + 32768 * b + 32767) >> 16),
    128 + ((32768 * r - 27439 * g - 5329 * b + 32767) >> 16),
  ];
}
