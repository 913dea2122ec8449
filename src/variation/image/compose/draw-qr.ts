import { encode } from "uqr";
import type { PixelRectangle } from "../vary/rectangle.ts";
import type { Layer, Ycc } from "./layer.ts";

/** Modules of light ground that must surround a QR code (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A code's modules, true for dark, without the quiet zone. */
function modulesOf(text: string): boolean[][] {
  return encode(text, { ecc: "M", border: 0 }).data;
}

/** How many modules a code for a text is wide, its quiet zone included. */
export function qrModules(text: string): number {
  return modulesOf(text).length + 2 * QUIET;
}

/**
 * The dark modules of a QR code, in the middle of its place and as large as whole pixels a module allow;
 * nothing where a module would have less than one pixel, since half a code would only look like one.
 */
export function drawQr(text: string, { x, y, width, height }: PixelRectangle, ink: Ycc): Layer[] {
  const modules = modulesOf(text);
  const size = Math.floor(Math.min(width, height) / (modules.length + 2 * QUIET));
  if (size < 1) return [];
  const side = size * modules.length;
  const coverage = new Uint8Array(side * side);
  modules.forEach((line, row) => {
    line.forEach((dark, column) => {
      if (!dark) return;
      for (let i = 0; i < size; i++) {
        const from = (row * size + i) * side + column * size;
        coverage.fill(255, from, from + size);
      }
    });
  });
  const place = {
    x: x + Math.floor((width - side) / 2),
    y: y + Math.floor((height - side) / 2),
    width: side,
    height: side,
  };
  return [{ place, coverage, ink }];
}
