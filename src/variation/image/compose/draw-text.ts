import type { TextComponent } from "../../../domain/component.ts";
import type { FontFor, Glyph } from "../glyphs/glyph.ts";
import { fillPolygons } from "./fill.ts";
import { type LaidOut, LINE_HEIGHT, layOut } from "./lay-out.ts";
import { type Layer, rgbOf, yccOf } from "./layer.ts";

/** Room between a text and the edge of its background, of the height of its place. */
const PADDING = 0.18;
/** How far a baseline lies below the middle of its line, in ems: half a capital letter's height. */
const DROP = 0.36;

/** A text in its place. Nothing is drawn of a text that has a character without a glyph: never a part. */
export function drawText(component: TextComponent, text: string, fontFor: FontFor): Layer[] {
  const { x, y, width, height, color, align } = component;
  const laidOut = layOutText(component, text, fontFor);
  if (!laidOut) return [];
  const { size, lines } = laidOut;
  const { inner, padding } = innerOf(component);
  const coverage = { width, height, samples: new Uint8Array(width * height) };
  const top = (height - lines.length * LINE_HEIGHT * size) / 2;
  lines.forEach((line, i) => {
    const free = inner - line.width * size;
    let left = padding + (align === "left" ? 0 : align === "right" ? free : free / 2);
    const baseline = top + (i + 0.5) * LINE_HEIGHT * size + size * DROP;
    for (const letter of line.text) {
      const { contours, advance } = fontFor(letter.codePointAt(0) ?? 0) as Glyph;
      const polygons = contours.map((contour) =>
        contour.map((point) => ({ x: left + point.x * size, y: baseline - point.y * size })),
      );
      if (polygons.length > 0) fillPolygons(coverage, polygons);
      left += advance * size;
    }
  });
  const place = { x, y, width, height };
  return [{ place, coverage: coverage.samples, ink: yccOf(rgbOf(color)) }];
}

/** How a text is set in its place; `undefined` where it is empty or has a character without a glyph. */
export function layOutText(
  component: TextComponent,
  text: string,
  fontFor: FontFor,
): LaidOut | undefined {
  if (text.trim() === "") return undefined;
  for (const letter of text) {
    if (letter !== "\n" && !fontFor(letter.codePointAt(0) ?? 0)) return undefined;
  }
  const { height, lines, least, most } = component;
  const { inner } = innerOf(component);
  const advanceOf = (letter: string) => fontFor(letter.codePointAt(0) ?? 0)?.advance ?? 0;
  return layOut(text, advanceOf, { width: inner, height, lines, least, most });
}

function innerOf({ width, height, background }: TextComponent): { inner: number; padding: number } {
  const padding = background.shape === "none" ? 0 : Math.min(height * PADDING, width / 8);
  return { inner: width - 2 * padding, padding };
}
