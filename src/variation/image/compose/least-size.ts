import { qrModules } from "./draw-qr.ts";
import { LINE_HEIGHT } from "./lay-out.ts";

/** The longest side of what a messenger makes of a picture before people see it. */
const SHRUNK_SIDE = 720;
/** What must be left then, in pixels: a module's side, the height of an em box, a portrait's side. */
const MODULE = 3;
const EM = 14;
const PORTRAIT = 40;

function shrinking(width: number, height: number): number {
  return Math.max(1, Math.max(width, height) / SHRUNK_SIDE);
}

/**
 * The least size of a QR code, in pixels, that still scans when the picture was shrunk to 720 pixels on
 * its longer side and compressed again at quality 70.
 *
 * @param text what the code says.
 */
export function leastQrSize(text: string, width: number, height: number): number {
  return qrModules(text) * Math.ceil(MODULE * shrinking(width, height));
}

/** The least height of an em box, in pixels, at which a text can still be read then. */
export function leastTextSize(width: number, height: number): number {
  return Math.ceil(EM * shrinking(width, height));
}

/** The least height of a text's place: one line of the least size. */
export function leastTextHeight(width: number, height: number): number {
  return Math.ceil(leastTextSize(width, height) * LINE_HEIGHT);
}

/** The least side of a portrait, in pixels, on which a face can still be made out then. */
export function leastPortrait(width: number, height: number): number {
  return Math.ceil(PORTRAIT * shrinking(width, height));
}
