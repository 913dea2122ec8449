import type { Frame } from "../jpeg/frame.ts";
import {
  type GrayPicture,
  type Patch,
  type PixelRectangle,
  sizeInPixels,
  snapToMcus,
} from "../vary/patch.ts";
import { fillPolygons } from "./fill.ts";
import type { Font } from "./font.ts";

/** The font that has a character, or `undefined` where none at hand does. */
export type FontFor = (codePoint: number) => Font | undefined;

/** The height of the letters' em box, of the strip's height. */
const EM = 0.62;
/** White on the left and right, of the strip's height. */
const MARGIN = 0.3;
/** How far the baseline lies below the middle, in ems: half a capital letter's height. */
const DROP = 0.36;
/** Near black: full black would ring more when it is compressed again. */
const INK = 34;

/**
 * One line of text, dark on white, as large as its strip allows. A character that no font has is
 * left out.
 */
export function drawLine(
  fontFor: FontFor,
  text: string,
  width: number,
  height: number,
): GrayPicture {
  const picture = { width, height, samples: new Uint8Array(width * height).fill(255) };
  const letters = [...text].flatMap((letter) => {
    const codePoint = letter.codePointAt(0) ?? 0;
    const font = fontFor(codePoint);
    const glyph = font?.glyphOf(codePoint) ?? 0;
    return font && glyph > 0 ? [{ font, glyph, advance: font.advanceOf(glyph) }] : [];
  });
  const ems = letters.reduce((sum, { advance }) => sum + advance, 0);
  if (ems === 0) return picture;
  const size = Math.min(height * EM, (width - 2 * MARGIN * height) / ems);
  const baseline = height / 2 + size * DROP;
  let left = MARGIN * height;
  for (const { font, glyph, advance } of letters) {
    const polygons = font
      .contoursOf(glyph)
      .map((contour) =>
        contour.map(({ x, y }) => ({ x: left + x * size, y: baseline - y * size })),
      );
    if (polygons.length > 0) fillPolygons(picture, polygons, INK);
    left += advance * size;
  }
  return picture;
}

/** A line of text in the whole MCUs nearest to its place. */
export function linePatch(frame: Frame, at: PixelRectangle, text: string, fontFor: FontFor): Patch {
  const place = snapToMcus(frame, at);
  const { width, height } = sizeInPixels(frame, place);
  return { place, picture: drawLine(fontFor, text, width, height) };
}
