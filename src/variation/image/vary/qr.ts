import { encode } from "uqr";
import type { GrayPicture } from "./patch.ts";

/** Modules of white that must surround a QR code (ISO/IEC 18004, 9.1). */
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
 * A QR code on white, in the middle of its place and as large as whole pixels a module allow.
 *
 * @throws {RangeError} when a module would have less than one pixel.
 */
export function drawQr(text: string, width: number, height: number): GrayPicture {
  const modules = modulesOf(text);
  const across = modules.length + 2 * QUIET;
  const size = Math.floor(Math.min(width, height) / across);
  if (size < 1) throw new RangeError(`A QR code of ${across} modules does not fit its place.`);
  const left = Math.floor((width - size * modules.length) / 2);
  const top = Math.floor((height - size * modules.length) / 2);
  const samples = new Uint8Array(width * height).fill(255);
  modules.forEach((line, y) => {
    line.forEach((dark, x) => {
      if (!dark) return;
      for (let row = 0; row < size; row++) {
        const from = (top + y * size + row) * width + left + x * size;
        samples.fill(0, from, from + size);
      }
    });
  });
  return { width, height, samples };
}
